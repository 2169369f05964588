package org.tradehall.backup.service;

import java.time.Instant;

/**
 * A business was brought back.
 *
 * @param takenAt to the moment to which it was
 */
public record BusinessRestored(long businessId, String business, Instant takenAt) {}
