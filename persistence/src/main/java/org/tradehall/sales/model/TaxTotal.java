package org.tradehall.sales.model;

import java.math.BigDecimal;
import org.tradehall.shared.model.Money;

/** Net amount and tax of all that a document sells at one rate (EN 16931, BG-23). */
public record TaxTotal(BigDecimal percent, Money net, Money tax) {

  public Money gross() {
    return net.plus(tax);
  }
}
