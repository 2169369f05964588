package org.tradehall.settings.service;

/**
 * Values were set, in this transaction.
 *
 * @param businessId null if for the installation
 */
public record SettingChanged(Long businessId) {}
