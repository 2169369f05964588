package org.tradehall.sales.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.tradehall.catalog.model.Product;
import org.tradehall.parties.model.Customer;
import org.tradehall.shared.model.BusinessOwned;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.model.Quantity;
import org.tradehall.tenancy.model.Branch;

/**
 * A credit note: sold goods came back. Only an imported one may stand without its sale (the old
 * system did not say which), then it carries the reference under which it was imported.
 */
@Entity
@Table(name = "sale_returns")
public class SaleReturn extends BusinessOwned {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "branch_id", updatable = false)
  private Branch branch;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "sale_id", updatable = false)
  private Sale sale;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "customer_id", updatable = false)
  private Customer customer;

  @Enumerated(EnumType.STRING)
  private DocumentStatus status = DocumentStatus.DRAFT;

  private String number;

  @Column(name = "prices_include_tax")
  private boolean pricesIncludeTax;

  private Money net;
  private Money tax;
  private Money total;
  private Money refunded = Money.ZERO;
  private String reason;

  @Column(name = "external_ref")
  private String externalRef;

  @Embedded private Recording recording;

  @OneToMany(mappedBy = "saleReturn", cascade = CascadeType.PERSIST)
  @OrderBy("line")
  private List<SaleReturnItem> items = new ArrayList<>();

  @OneToMany(mappedBy = "saleReturn", cascade = CascadeType.PERSIST)
  @OrderBy("percent")
  private List<SaleReturnTax> taxes = new ArrayList<>();

  protected SaleReturn() {}

  /** A return of what the sale sold. */
  public SaleReturn(Sale sale, String reason, Recording recording) {
    this(sale.getBranch(), sale.getCustomer(), sale.isPricesIncludeTax(), null, recording);
    this.sale = sale;
    this.reason = reason == null || reason.isBlank() ? null : reason.strip();
  }

  /** An imported credit note that does not name its sale. */
  public SaleReturn(
      Branch branch,
      Customer customer,
      boolean pricesIncludeTax,
      String externalRef,
      Recording recording) {
    this.branch = branch;
    this.customer = customer;
    this.pricesIncludeTax = pricesIncludeTax;
    this.externalRef = externalRef;
    this.recording = recording;
  }

  public SaleReturnItem add(
      Product product, Quantity quantity, BigDecimal unitPrice, Currency currency) {
    var item = new SaleReturnItem(this, items.size() + 1, product, quantity, unitPrice, currency);
    items.add(item);
    return item;
  }

  /** Takes back part of a line; what is taken back altogether can never exceed what was sold. */
  public SaleReturnItem takeBack(SaleItem sold, Quantity quantity, Currency currency) {
    var item = new SaleReturnItem(this, items.size() + 1, sold, quantity, currency);
    items.add(item);
    sold.takeBack(quantity);
    return item;
  }

  /**
   * Sets the totals of a return of a sale.
   *
   * @param returned what of the sale had come back before this return
   */
  public void total(ReturnedShare returned, Currency currency) {
    var after = ReturnedShare.of(sale, currency);
    var rates = after.minus(returned);
    net = rates.stream().map(TaxTotal::net).reduce(Money.ZERO, Money::plus);
    tax = rates.stream().map(TaxTotal::tax).reduce(Money.ZERO, Money::plus);
    total = net.plus(tax);
    rates.forEach(rate -> taxes.add(new SaleReturnTax(this, rate)));
  }

  /** Computes the totals from the lines, by the same rule as a sale's. */
  public SaleTotals total(Currency currency) {
    var parts = items.stream().map(SaleReturnItem::part).toList();
    var totals = SaleTotals.of(parts, Money.ZERO, pricesIncludeTax, currency);
    net = totals.net();
    tax = totals.tax();
    total = totals.total();
    taxes.clear();
    totals.taxes().forEach(rate -> taxes.add(new SaleReturnTax(this, rate)));
    return totals;
  }

  public void refund(Money amount) {
    refunded = refunded.plus(amount);
  }

  public void complete(String newNumber) {
    if (status != DocumentStatus.DRAFT) {
      throw new IllegalStateException("Return " + number + " is completed already");
    }
    this.number = newNumber;
    this.status = DocumentStatus.COMPLETED;
  }

  public Sale getSale() {
    return sale;
  }

  public Customer getCustomer() {
    return customer;
  }

  public Branch getBranch() {
    return branch;
  }

  public String getNumber() {
    return number;
  }

  public Money getNet() {
    return net;
  }

  public Money getTax() {
    return tax;
  }

  public Money getTotal() {
    return total;
  }

  public Money getRefunded() {
    return refunded;
  }

  public String getReason() {
    return reason;
  }

  public String getExternalRef() {
    return externalRef;
  }

  public Recording getRecording() {
    return recording;
  }

  public List<SaleReturnItem> getItems() {
    return Collections.unmodifiableList(items);
  }

  public List<SaleReturnTax> getTaxes() {
    return Collections.unmodifiableList(taxes);
  }
}
