package org.tradehall.parties.service;

/**
 * Which customers a list shows.
 *
 * @param text part of the name or start of the code; null or blank for all
 * @param sort one of {@code code, name}; null for name
 */
public record CustomerQuery(String text, String sort, boolean descending, int first, int max) {}
