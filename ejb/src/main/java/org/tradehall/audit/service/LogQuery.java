package org.tradehall.audit.service;

import java.time.Instant;

/**
 * Which entries of a log are looked for. Each part may be null and then narrows nothing.
 *
 * @param userId the person who did it
 * @param entity kind of the thing, e.g. {@code Product}
 * @param text part of the detail or of the changed facts
 * @param from the first moment
 * @param until the moment after the last
 * @param after the entry at which the page before ended
 */
public record LogQuery(
    Long userId,
    String action,
    String entity,
    Long entityId,
    String text,
    Instant from,
    Instant until,
    LogMark after) {}
