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
 * Goods and services handed to a customer or a walk-in. It is drafted, filled and totalled, then
 * completed with its number, all in one transaction; afterwards it never changes. A return is a
 * document of its own.
 */
@Entity
@Table(name = "sales")
public class Sale extends BusinessOwned {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "branch_id", updatable = false)
  private Branch branch;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "customer_id", updatable = false)
  private Customer customer;

  @Enumerated(EnumType.STRING)
  private DocumentStatus status = DocumentStatus.DRAFT;

  private String number;

  @Column(name = "prices_include_tax")
  private boolean pricesIncludeTax;

  @Column(name = "discount_percent", precision = 7, scale = 4)
  private BigDecimal discountPercent = BigDecimal.ZERO;

  private Money subtotal;
  private Money discount;
  private Money net;
  private Money tax;
  private Money total;
  private Money paid = Money.ZERO;
  private String note;

  @Column(name = "external_ref")
  private String externalRef;

  @Embedded private Recording recording;

  @OneToMany(mappedBy = "sale", cascade = CascadeType.PERSIST)
  @OrderBy("line")
  private List<SaleItem> items = new ArrayList<>();

  @OneToMany(mappedBy = "sale", cascade = CascadeType.PERSIST)
  @OrderBy("percent")
  private List<SaleTax> taxes = new ArrayList<>();

  protected Sale() {}

  /**
   * @param customer null for a walk-in
   */
  public Sale(Branch branch, Customer customer, boolean pricesIncludeTax, Recording recording) {
    this.branch = branch;
    this.customer = customer;
    this.pricesIncludeTax = pricesIncludeTax;
    this.recording = recording;
  }

  public SaleItem add(
      Product product, Quantity quantity, BigDecimal unitPrice, LineDiscount lineDiscount) {
    var item = new SaleItem(this, items.size() + 1, product, quantity, unitPrice, lineDiscount);
    items.add(item);
    return item;
  }

  /**
   * Computes the totals from the lines.
   *
   * @param percent discount on the whole document, in percent of the subtotal
   * @param amount further discount as an amount, in the same terms as the prices
   */
  public SaleTotals total(BigDecimal percent, Money amount, Currency currency) {
    var sum = items.stream().map(SaleItem::getAmount).reduce(Money.ZERO, Money::plus);
    discountPercent = percent;
    discount = SaleTotals.percentOf(sum, percent, currency).plus(amount).min(sum);
    var parts = items.stream().map(SaleItem::part).toList();
    var totals = SaleTotals.of(parts, discount, pricesIncludeTax, currency);
    subtotal = totals.subtotal();
    net = totals.net();
    tax = totals.tax();
    total = totals.total();
    taxes.clear();
    totals.taxes().forEach(rate -> taxes.add(new SaleTax(this, rate)));
    return totals;
  }

  /** Takes money towards the total; what exceeds it is change, not payment. */
  public void pay(Money amount) {
    paid = paid.plus(amount);
  }

  public void annotate(String newNote) {
    this.note = newNote == null || newNote.isBlank() ? null : newNote.strip();
  }

  /** Names the document in the system it was imported from; unique in the business. */
  public void cameFrom(String reference) {
    this.externalRef = reference;
  }

  /** Ends the draft. The number comes last, so that its series is locked for the shortest time. */
  public void complete(String newNumber) {
    if (status != DocumentStatus.DRAFT) {
      throw new IllegalStateException("Sale " + number + " is completed already");
    }
    this.number = newNumber;
    this.status = DocumentStatus.COMPLETED;
  }

  /** The totals as they were computed; equal to what is stored. */
  public SaleTotals totals() {
    var rates =
        taxes.stream()
            .map(rate -> new TaxTotal(rate.getPercent(), rate.getNet(), rate.getTax()))
            .toList();
    return new SaleTotals(subtotal, discount, rates, net, tax, total);
  }

  public Money getDue() {
    return total.minus(paid);
  }

  public Branch getBranch() {
    return branch;
  }

  /** Null for a walk-in. */
  public Customer getCustomer() {
    return customer;
  }

  public DocumentStatus getStatus() {
    return status;
  }

  public String getNumber() {
    return number;
  }

  public boolean isPricesIncludeTax() {
    return pricesIncludeTax;
  }

  public BigDecimal getDiscountPercent() {
    return discountPercent;
  }

  public Money getSubtotal() {
    return subtotal;
  }

  public Money getDiscount() {
    return discount;
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

  public Money getPaid() {
    return paid;
  }

  public String getNote() {
    return note;
  }

  public String getExternalRef() {
    return externalRef;
  }

  public Recording getRecording() {
    return recording;
  }

  public List<SaleItem> getItems() {
    return Collections.unmodifiableList(items);
  }

  public List<SaleTax> getTaxes() {
    return Collections.unmodifiableList(taxes);
  }
}
