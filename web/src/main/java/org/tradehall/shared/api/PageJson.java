package org.tradehall.shared.api;

import java.util.List;

/**
 * One page of a list.
 *
 * @param page counted from 1
 * @param size rows asked for
 * @param total rows of the whole list
 */
public record PageJson<T>(List<T> items, int page, int size, long total) {}
