package org.tradehall.tenancy.model;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * How far the rights of a role reach.
 *
 * @param maximumDiscount the largest discount that may be given on a sale, in percent of what its
 *     lines cost by the price list; null for any
 * @param ownBranchesOnly whether documents and stock of other branches stay hidden
 * @param ownDocumentsOnly whether sales and returns that somebody else recorded stay hidden
 */
public record RoleLimits(
    BigDecimal maximumDiscount, boolean ownBranchesOnly, boolean ownDocumentsOnly)
    implements Serializable {

  public static final RoleLimits NONE = new RoleLimits(null, false, false);

  /** Whether nothing that the other leaves open is closed by this. */
  public boolean covers(RoleLimits other) {
    boolean discounts =
        maximumDiscount == null
            || (other.maximumDiscount != null
                && other.maximumDiscount.compareTo(maximumDiscount) <= 0);
    return discounts
        && (!ownBranchesOnly || other.ownBranchesOnly)
        && (!ownDocumentsOnly || other.ownDocumentsOnly);
  }

  /** Whether some of the business stays hidden. */
  public boolean isHiding() {
    return ownBranchesOnly || ownDocumentsOnly;
  }
}
