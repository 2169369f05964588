package org.tradehall.backup.service;

import org.tradehall.backup.model.BackupCause;

/**
 * A backup is to begin once the transaction is through.
 *
 * @param askedBy a user; null for the schedule
 */
public record BackupDue(BackupCause cause, int attempt, Long askedBy) {}
