package org.tradehall.sales.service;

import java.time.LocalDate;

/**
 * Which sales a list shows.
 *
 * @param text start of the number, or part of the customer's name; null or blank for all
 * @param customerId null for all
 * @param from first business date; null for no bound
 * @param to last business date; null for no bound
 * @param due true for sales that are not fully paid
 * @param sort one of {@code date, number, total}; null for date
 */
public record SaleQuery(
    String text,
    Long customerId,
    LocalDate from,
    LocalDate to,
    boolean due,
    String sort,
    boolean descending,
    int first,
    int max) {}
