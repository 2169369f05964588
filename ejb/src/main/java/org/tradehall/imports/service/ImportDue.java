package org.tradehall.imports.service;

/** A step of an import is to be worked on in the background once the transaction is through. */
public record ImportDue(Long importId, Long businessId, Long userId) {}
