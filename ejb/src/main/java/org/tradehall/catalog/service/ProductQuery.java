package org.tradehall.catalog.service;

/**
 * Which products a list shows.
 *
 * @param text part of the name, start of the SKU, or the whole barcode; null or blank for all
 * @param active null for both
 * @param sort one of {@code sku, name, price}; null for name
 */
public record ProductQuery(
    String text, Boolean active, String sort, boolean descending, int first, int max) {}
