package org.tradehall.expenses.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.tradehall.catalog.model.TaxRate;
import org.tradehall.identity.model.User;
import org.tradehall.ledger.model.PaymentMethod;
import org.tradehall.shared.model.BusinessOwned;
import org.tradehall.shared.model.ConflictException;
import org.tradehall.shared.model.Facts;
import org.tradehall.shared.model.Money;
import org.tradehall.tenancy.model.Branch;

/**
 * Money spent on running the business, such as rent. It is recorded and waits; somebody approves or
 * rejects it. While it waits, whoever recorded it may withdraw it; once approved it may be
 * cancelled. What was recorded never changes.
 */
@Entity
@Table(name = "expenses")
public class Expense extends BusinessOwned {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "branch_id", updatable = false)
  private Branch branch;

  @Column(updatable = false)
  private String number;

  @Column(name = "business_date", updatable = false)
  private LocalDate businessDate;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ExpenseCategory category;

  @Column(updatable = false)
  private String payee;

  @Column(updatable = false)
  private Money amount;

  @Column(name = "tax_percent", precision = 7, scale = 4, updatable = false)
  private BigDecimal taxPercent;

  @Column(updatable = false)
  private Money tax = Money.ZERO;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private PaymentMethod method;

  @Column(updatable = false)
  private String reference;

  @Column(updatable = false)
  private String note;

  @Enumerated(EnumType.STRING)
  private ExpenseStatus status = ExpenseStatus.WAITING;

  @Column(name = "recorded_at", updatable = false)
  private Instant recordedAt;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "recorded_by", updatable = false)
  private User recordedBy;

  @Embedded private Decision decision;

  @Version private Integer version;

  protected Expense() {}

  /**
   * An expense that waits.
   *
   * @param businessDate the day in the branch's time zone
   * @param amount with tax, in the business's currency
   */
  public Expense(
      Branch branch,
      LocalDate businessDate,
      ExpenseCategory category,
      Money amount,
      User recordedBy,
      Instant now) {
    this.branch = branch;
    this.businessDate = businessDate;
    this.category = category;
    this.amount = amount;
    this.recordedBy = recordedBy;
    this.recordedAt = now;
  }

  /**
   * To whom, and how.
   *
   * @param newReference number of the bill and the like; null or blank for none
   */
  public void pay(String newPayee, PaymentMethod newMethod, String newReference) {
    this.payee = newPayee.strip();
    this.method = newMethod;
    this.reference = stripped(newReference);
  }

  /** Says which tax the amount contains. The percentage is kept as it is now. */
  public void tax(TaxRate rate, Currency currency) {
    this.taxPercent = rate.getPercent();
    this.tax = TaxRate.contained(rate.getPercent(), amount, currency);
  }

  public void annotate(String newNote) {
    this.note = stripped(newNote);
  }

  /** The number comes last, so that its series is locked for the shortest time. */
  public void number(String newNumber) {
    if (number != null) {
      throw new IllegalStateException("Expense " + number + " has its number already");
    }
    this.number = newNumber;
  }

  /**
   * @throws ConflictException if it does not wait any more
   */
  public void approve(Decision by) {
    become(ExpenseStatus.APPROVED, ExpenseStatus.WAITING, by);
  }

  /**
   * @throws ConflictException if it does not wait any more
   */
  public void reject(Decision by) {
    become(ExpenseStatus.REJECTED, ExpenseStatus.WAITING, by);
  }

  /**
   * Takes it back before anybody has decided.
   *
   * @throws ConflictException if it does not wait any more
   */
  public void withdraw(Decision by) {
    become(ExpenseStatus.CANCELLED, ExpenseStatus.WAITING, by);
  }

  /**
   * Takes back that it was approved.
   *
   * @throws ConflictException if it is not approved, or not any more
   */
  public void cancel(Decision by) {
    become(ExpenseStatus.CANCELLED, ExpenseStatus.APPROVED, by);
  }

  private void become(ExpenseStatus next, ExpenseStatus expected, Decision by) {
    if (status != expected) {
      throw new ConflictException("shared.changed-meanwhile");
    }
    this.status = next;
    this.decision = by;
  }

  /** Payee, reference and note may name people: the document tells them, not the log. */
  public Facts facts() {
    return new Facts()
        .with("number", number)
        .with("businessDate", businessDate)
        .with("category", category)
        .with("amount", amount)
        .with("status", status);
  }

  public boolean isWaiting() {
    return status == ExpenseStatus.WAITING;
  }

  public boolean isApproved() {
    return status == ExpenseStatus.APPROVED;
  }

  public boolean isRecordedBy(Long userId) {
    return recordedBy.getId().equals(userId);
  }

  private static String stripped(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  public Branch getBranch() {
    return branch;
  }

  public String getNumber() {
    return number;
  }

  public LocalDate getBusinessDate() {
    return businessDate;
  }

  public ExpenseCategory getCategory() {
    return category;
  }

  public String getPayee() {
    return payee;
  }

  /** With tax. */
  public Money getAmount() {
    return amount;
  }

  /** Null if nothing was said of tax. */
  public BigDecimal getTaxPercent() {
    return taxPercent;
  }

  /** Contained in the amount. */
  public Money getTax() {
    return tax;
  }

  public Money getNet() {
    return amount.minus(tax);
  }

  public PaymentMethod getMethod() {
    return method;
  }

  public String getReference() {
    return reference;
  }

  public String getNote() {
    return note;
  }

  public ExpenseStatus getStatus() {
    return status;
  }

  public Instant getRecordedAt() {
    return recordedAt;
  }

  public User getRecordedBy() {
    return recordedBy;
  }

  /** The latest; null while it waits. */
  public Decision getDecision() {
    return decision;
  }

  public Integer getVersion() {
    return version;
  }
}
