package org.tradehall.tenancy.model;

import java.util.Locale;

/**
 * What a member may be allowed to do in a business. The catalogue is closed: a role, an API key and
 * a use case name rights from here. {@link #code} is how programs and logs write one.
 */
public enum Permission {
  SALE_RECORD(true),
  SALE_VIEW(false),
  SALE_RETURN(true),
  PRODUCT_VIEW(false),
  PRODUCT_EDIT(true),
  PRODUCT_COST_VIEW(false),
  STOCK_ADJUST(true),
  CUSTOMER_VIEW(false),
  CUSTOMER_EDIT(true),
  CUSTOMER_PRIVACY(true),
  EXPENSE_VIEW(false),
  EXPENSE_RECORD(true),
  /** Decide on expenses, up to the limit of the role. */
  EXPENSE_APPROVE(true),
  REPORT_VIEW(false),
  IMPORT_RUN(true),
  LOG_VIEW(false),
  MEMBER_MANAGE(true),
  ROLE_MANAGE(true),
  BRANCH_MANAGE(true),
  API_KEY_MANAGE(true),
  BUSINESS_MANAGE(true);

  private final boolean writing;

  Permission(boolean writing) {
    this.writing = writing;
  }

  /** Whether it changes anything; while a business is suspended only the others are left. */
  public boolean isWriting() {
    return writing;
  }

  /** Such as {@code sale.record}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
