package org.tradehall.tenancy.service;

/**
 * The time in which a business is restored and takes nothing new. It is a lock in the database:
 * whoever works in the business shares it for the transaction, who restores the business holds it
 * alone. So what is under way ends first, and the pause ends with the restore, however that ends.
 */
public final class Pause {

  private static final String LOCK = "hashtextextended('business-restore ' || ?::text, 0)";

  /**
   * Waits for what is under way, until the end of the transaction. Parameter: the business's id.
   */
  public static final String BEGIN = "select pg_advisory_xact_lock(" + LOCK + ")";

  /** False while the business is paused. Parameter: the business's id, or an empty text. */
  static final String SHARE = "pg_try_advisory_xact_lock_shared(" + LOCK + ")";

  private Pause() {}
}
