package org.tradehall.backup.service;

/**
 * A restore of the whole installation is to begin once the transaction is through.
 *
 * @param backupId what is to be restored; null to take another restore back
 * @param undoes the restore to take back; null to restore a backup
 */
public record RestoreDue(Long backupId, Long undoes, Long askedBy) {}
