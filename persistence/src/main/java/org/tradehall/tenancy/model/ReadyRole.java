package org.tradehall.tenancy.model;

import static org.tradehall.tenancy.model.Permission.API_KEY_MANAGE;
import static org.tradehall.tenancy.model.Permission.BUSINESS_MANAGE;
import static org.tradehall.tenancy.model.Permission.CUSTOMER_EDIT;
import static org.tradehall.tenancy.model.Permission.CUSTOMER_PRIVACY;
import static org.tradehall.tenancy.model.Permission.CUSTOMER_VIEW;
import static org.tradehall.tenancy.model.Permission.EXPENSE_APPROVE;
import static org.tradehall.tenancy.model.Permission.EXPENSE_RECORD;
import static org.tradehall.tenancy.model.Permission.EXPENSE_VIEW;
import static org.tradehall.tenancy.model.Permission.LOG_VIEW;
import static org.tradehall.tenancy.model.Permission.PRODUCT_COST_VIEW;
import static org.tradehall.tenancy.model.Permission.PRODUCT_EDIT;
import static org.tradehall.tenancy.model.Permission.PRODUCT_VIEW;
import static org.tradehall.tenancy.model.Permission.REPORT_VIEW;
import static org.tradehall.tenancy.model.Permission.ROLE_MANAGE;
import static org.tradehall.tenancy.model.Permission.SALE_RECORD;
import static org.tradehall.tenancy.model.Permission.SALE_VIEW;
import static org.tradehall.tenancy.model.Permission.STOCK_ADJUST;

import java.util.EnumSet;
import java.util.Set;

/**
 * The roles that every business finds ready-made. They are the application's: a business that wants
 * another set of rights copies one into a {@link Role} of its own. Without limits.
 */
public enum ReadyRole {
  OWNER(EnumSet.allOf(Permission.class)),
  MANAGER(
      EnumSet.complementOf(
          EnumSet.of(BUSINESS_MANAGE, ROLE_MANAGE, API_KEY_MANAGE, CUSTOMER_PRIVACY))),
  CASHIER(EnumSet.of(PRODUCT_VIEW, CUSTOMER_VIEW, CUSTOMER_EDIT, SALE_VIEW, SALE_RECORD)),
  STOCK_KEEPER(EnumSet.of(PRODUCT_VIEW, PRODUCT_EDIT, PRODUCT_COST_VIEW, STOCK_ADJUST)),
  ACCOUNTANT(
      EnumSet.of(
          PRODUCT_VIEW,
          PRODUCT_COST_VIEW,
          CUSTOMER_VIEW,
          SALE_VIEW,
          EXPENSE_VIEW,
          EXPENSE_RECORD,
          EXPENSE_APPROVE,
          REPORT_VIEW,
          LOG_VIEW)),
  VIEWER(EnumSet.of(PRODUCT_VIEW, CUSTOMER_VIEW, SALE_VIEW, EXPENSE_VIEW, REPORT_VIEW));

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
  private final Set<Permission> permissions;

  ReadyRole(Set<Permission> permissions) {
    this.permissions = Set.copyOf(permissions);
  }

  public Set<Permission> permissions() {
    return permissions;
  }
}
