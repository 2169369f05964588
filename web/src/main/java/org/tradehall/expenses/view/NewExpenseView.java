package org.tradehall.expenses.view;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.tradehall.catalog.model.TaxRate;
import org.tradehall.expenses.model.ExpenseCategory;
import org.tradehall.expenses.service.ExpenseService;
import org.tradehall.expenses.service.NewExpense;
import org.tradehall.ledger.model.PaymentMethod;
import org.tradehall.shared.service.IdempotencyService;
import org.tradehall.tenancy.service.BusinessContext;

/** A new expense in a form. The key makes a form that is sent twice one expense. */
@Named
@RequestScoped
public class NewExpenseView {
  @EJB ExpenseService expenses;
  @EJB IdempotencyService idempotency;
  @Inject BusinessContext context;
  @Inject Clock clock;

  private String key = UUID.randomUUID().toString();
  private Long branchId;
  private LocalDate date;
  private ExpenseCategory category;
  private String payee;
  private BigDecimal amount;
  private Long taxRateId;
  private PaymentMethod method;
  private String reference;
  private String note;

  @PostConstruct
  void begin() {
    branchId = context.getBranchId();
    date = context.getBranch().businessDate(clock.instant());
  }

  public String record() throws Exception {
    var request =
        new NewExpense(branchId, date, category, payee, amount, taxRateId, method, reference, note);
    var fingerprint =
        MessageDigest.getInstance("SHA-256")
            .digest(request.toString().getBytes(StandardCharsets.UTF_8));
    var outcome =
        idempotency.once(
            key,
            "page.expense.record",
            fingerprint,
            () -> expenses.record(request).getId().toString());
    return "/app/expenses/show?faces-redirect=true&recorded=true&id=" + outcome.answer();
  }

  public List<TaxRate> getTaxRates() {
    return expenses.taxRates();
  }

  public String getKey() {
    return key;
  }

  public void setKey(String key) {
    this.key = key;
  }

  public Long getBranchId() {
    return branchId;
  }

  public void setBranchId(Long branchId) {
    this.branchId = branchId;
  }

  public LocalDate getDate() {
    return date;
  }

  public void setDate(LocalDate date) {
    this.date = date;
  }

  public ExpenseCategory getCategory() {
    return category;
  }

  public void setCategory(ExpenseCategory category) {
    this.category = category;
  }

  public String getPayee() {
    return payee;
  }

  public void setPayee(String payee) {
    this.payee = payee;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public Long getTaxRateId() {
    return taxRateId;
  }

  public void setTaxRateId(Long taxRateId) {
    this.taxRateId = taxRateId;
  }

  public PaymentMethod getMethod() {
    return method;
  }

  public void setMethod(PaymentMethod method) {
    this.method = method;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
