package org.tradehall.backup.service;

/**
 * A job of a business's restore is to begin once the transaction is through.
 *
 * @param job {@link #PREPARE} or {@link #RESTORE}
 */
public record RestorationDue(String job, long restoration) {

  public static final String PREPARE = "prepare-business-restore";
  public static final String RESTORE = "restore-business";
}
