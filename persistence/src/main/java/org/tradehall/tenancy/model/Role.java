package org.tradehall.tenancy.model;

import static org.tradehall.tenancy.model.Permission.CUSTOMER_EDIT;
import static org.tradehall.tenancy.model.Permission.CUSTOMER_VIEW;
import static org.tradehall.tenancy.model.Permission.PRODUCT_EDIT;
import static org.tradehall.tenancy.model.Permission.PRODUCT_VIEW;
import static org.tradehall.tenancy.model.Permission.REPORT_VIEW;
import static org.tradehall.tenancy.model.Permission.SALE_RECORD;
import static org.tradehall.tenancy.model.Permission.SALE_VIEW;

import java.util.EnumSet;
import java.util.Set;

/** What a membership is worth: a named set of permissions. */
public enum Role {
  OWNER(EnumSet.allOf(Permission.class)),
  MANAGER(EnumSet.complementOf(EnumSet.of(Permission.BUSINESS_MANAGE, Permission.API_KEY_MANAGE))),
  CASHIER(EnumSet.of(PRODUCT_VIEW, CUSTOMER_VIEW, CUSTOMER_EDIT, SALE_VIEW, SALE_RECORD)),
  STOCK_KEEPER(EnumSet.of(PRODUCT_VIEW, PRODUCT_EDIT, Permission.STOCK_ADJUST)),
  VIEWER(EnumSet.of(PRODUCT_VIEW, CUSTOMER_VIEW, SALE_VIEW, REPORT_VIEW));

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
  private final Set<Permission> permissions;

  Role(Set<Permission> permissions) {
    this.permissions = Set.copyOf(permissions);
  }

  public boolean allows(Permission permission) {
    return permissions.contains(permission);
  }
}
