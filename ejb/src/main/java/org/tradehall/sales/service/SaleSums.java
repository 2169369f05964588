package org.tradehall.sales.service;

import org.tradehall.shared.model.Money;

/** What the sales of a list come to together. */
public record SaleSums(long count, Money total, Money paid) {
  public Money due() {
    return total.minus(paid);
  }
}
