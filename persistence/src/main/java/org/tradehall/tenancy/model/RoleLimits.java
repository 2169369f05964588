package org.tradehall.tenancy.model;

import java.io.Serializable;
import java.math.BigDecimal;
import org.tradehall.shared.model.Money;

/**
 * How far the rights of a role reach.
 *
 * @param maximumDiscount the largest discount that may be given on a sale, in percent of what its
 *     lines cost by the price list; null for any
 * @param expenseLimit the largest expense on which may be decided, in the currency of the business;
 *     null for any
 * @param ownBranchesOnly whether documents and stock of other branches stay hidden
 * @param ownDocumentsOnly whether sales, returns and expenses that somebody else recorded stay
 *     hidden
 */
public record RoleLimits(
    BigDecimal maximumDiscount,
    Money expenseLimit,
    boolean ownBranchesOnly,
    boolean ownDocumentsOnly)
    implements Serializable {

  public static final RoleLimits NONE = new RoleLimits(null, null, false, false);

  /** Whether nothing that the other leaves open is closed by this. */
  public boolean covers(RoleLimits other) {
    return covers(maximumDiscount, other.maximumDiscount)
        && covers(expenseLimit, other.expenseLimit)
        && (!ownBranchesOnly || other.ownBranchesOnly)
        && (!ownDocumentsOnly || other.ownDocumentsOnly);
  }

  /** What is not limited covers everything, and is covered by nothing that is. */
  private static <T extends Comparable<T>> boolean covers(T own, T other) {
    return own == null || (other != null && other.compareTo(own) <= 0);
  }

  /** Whether an expense of this amount may be decided on. */
  public boolean letsApprove(Money amount) {
    return expenseLimit == null || amount.compareTo(expenseLimit) <= 0;
  }

  /** Whether some of the business stays hidden. */
  public boolean isHiding() {
    return ownBranchesOnly || ownDocumentsOnly;
  }
}
