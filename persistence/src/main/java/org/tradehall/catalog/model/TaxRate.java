package org.tradehall.catalog.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import org.tradehall.shared.model.BusinessOwned;

/** A rate of value added or sales tax, in percent of the net amount. */
@Entity
@Table(name = "tax_rates")
public class TaxRate extends BusinessOwned {

  private String name;

  @Column(precision = 7, scale = 4)
  private BigDecimal percent;

  @Version private Integer version;

  protected TaxRate() {}

  public TaxRate(String name, BigDecimal percent) {
    this.name = name.strip();
    this.percent = percent;
  }

  public String getName() {
    return name;
  }

  public BigDecimal getPercent() {
    return percent;
  }
}
