package org.tradehall.catalog.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import org.tradehall.shared.model.BusinessOwned;
import org.tradehall.shared.model.Money;

/** A rate of value added or sales tax, in percent of the net amount. */
@Entity
@Table(name = "tax_rates")
public class TaxRate extends BusinessOwned {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private String name;

  @Column(precision = 7, scale = 4)
  private BigDecimal percent;

  @Version private Integer version;

  protected TaxRate() {}

  public TaxRate(String name, BigDecimal percent) {
    this.name = name.strip();
    this.percent = percent;
  }

  /**
   * The tax that an amount contains, rounded to the currency.
   *
   * @param percent of the net amount
   */
  public static Money contained(BigDecimal percent, Money gross, Currency currency) {
    var share = percent.divide(HUNDRED.add(percent), MathContext.DECIMAL128);
    return Money.rounded(gross.getAmount().multiply(share), currency);
  }

  public String getName() {
    return name;
  }

  public BigDecimal getPercent() {
    return percent;
  }
}
