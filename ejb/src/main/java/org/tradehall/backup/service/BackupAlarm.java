package org.tradehall.backup.service;

/**
 * The staff have to know.
 *
 * @param problem in English, as it stands in the catalogue
 */
public record BackupAlarm(String problem) {}
