package org.tradehall.tenancy.model;

/** What a member may be allowed to do in a business. */
public enum Permission {
  BUSINESS_MANAGE,
  PRODUCT_VIEW,
  PRODUCT_EDIT,
  CUSTOMER_VIEW,
  CUSTOMER_EDIT,
  SALE_VIEW,
  SALE_RECORD,
  SALE_RETURN,
  STOCK_ADJUST,
  REPORT_VIEW,
  IMPORT_RUN,
  API_KEY_MANAGE,
  LOG_VIEW,
  CUSTOMER_PRIVACY
}
