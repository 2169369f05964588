package org.tradehall.inventory.model;

import org.tradehall.catalog.model.Product;
import org.tradehall.shared.model.Quantity;

/**
 * What a document does to stock in one of its lines.
 *
 * @param quantity positive = into stock, negative = out of it
 * @param path where the line is in the request, for the message when stock is short
 */
public record StockChange(Product product, Quantity quantity, String path) {}
