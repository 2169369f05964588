package org.tradehall.tenancy.service;

import java.math.BigDecimal;

/**
 * A business was opened, in this transaction; other features furnish their rooms.
 *
 * @param taxPercent the usual tax rate, in percent
 */
public record BusinessOpened(String taxName, BigDecimal taxPercent) {}
