package org.tradehall.catalog.service;

import org.tradehall.catalog.model.Product;
import org.tradehall.shared.model.Quantity;

/**
 * A product was created, in this transaction; inventory puts its opening stock in place.
 *
 * @param openingStock zero for none
 */
public record ProductCreated(Product product, Quantity openingStock) {}
