package org.tradehall.shared.model;

import java.util.List;

/** The rows of one page of a list, and how many rows the whole list has. */
public record Slice<T>(List<T> rows, long total) {}
