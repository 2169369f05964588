package org.tradehall.sales.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.tradehall.shared.model.BusinessOwned;
import org.tradehall.shared.model.Money;

/** Net amount and tax of a sale at one rate. */
@Entity
@Table(name = "sale_taxes")
public class SaleTax extends BusinessOwned {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "sale_id", updatable = false)
  private Sale sale;

  @Column(precision = 7, scale = 4)
  private BigDecimal percent;

  private Money net;
  private Money tax;

  protected SaleTax() {}

  SaleTax(Sale sale, TaxTotal rate) {
    this.sale = sale;
    this.percent = rate.percent();
    this.net = rate.net();
    this.tax = rate.tax();
  }

  public BigDecimal getPercent() {
    return percent;
  }

  public Money getNet() {
    return net;
  }

  public Money getTax() {
    return tax;
  }
}
