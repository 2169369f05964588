package org.tradehall.expenses.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Messages;
import org.tradehall.expenses.model.Expense;
import org.tradehall.expenses.service.ExpenseDecision;
import org.tradehall.expenses.service.ExpenseService;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.BusinessContext;

/** One expense, and deciding on it. */
@Named
@RequestScoped
public class ExpenseView {
  @EJB ExpenseService expenses;
  @Inject BusinessContext context;
  @Inject Texts texts;

  private Long id;
  private Integer version;
  private String reason;
  private Expense expense;

  public void load() {
    version = getExpense().getVersion();
  }

  public String approve() {
    return decided(expenses.approve(id, decision()));
  }

  public String reject() {
    return decided(expenses.reject(id, decision()));
  }

  public String cancel() {
    return decided(expenses.cancel(id, decision()));
  }

  public String withdraw() {
    return decided(expenses.withdraw(id, decision()));
  }

  private ExpenseDecision decision() {
    // What is shown next is what it is then.
    expense = null;
    return new ExpenseDecision(reason, version);
  }

  private String decided(Expense changed) {
    var became = texts.get("expenses.became." + changed.getStatus());
    Messages.addFlashGlobalInfo("{0}", became);
    return "/app/expenses/show?faces-redirect=true&id=" + id;
  }

  public Expense getExpense() {
    if (expense == null) {
      expense = expenses.get(id);
    }
    return expense;
  }

  public boolean isDecidable() {
    return context.allows(Permission.EXPENSE_APPROVE)
        && (isBeingPressed() || (getExpense().isWaiting() && isWithinLimit()));
  }

  public boolean isCancellable() {
    return context.allows(Permission.EXPENSE_APPROVE)
        && (isBeingPressed() || (getExpense().isApproved() && isWithinLimit()));
  }

  public boolean isWithdrawable() {
    return context.allows(Permission.EXPENSE_RECORD)
        && (isBeingPressed()
            || (getExpense().isWaiting() && getExpense().isRecordedBy(context.getUserId())));
  }

  /** Whether it waits for somebody who may approve more than the caller. */
  public boolean isBeyondLimit() {
    return context.allows(Permission.EXPENSE_APPROVE)
        && getExpense().isWaiting()
        && !isWithinLimit();
  }

  private boolean isWithinLimit() {
    return context.getLimits().letsApprove(getExpense().getAmount());
  }

  /**
   * A button that would have gone meanwhile, for somebody else was quicker, counts as there while
   * it is being found out what was pressed: the use case then says why nothing was done.
   */
  private static boolean isBeingPressed() {
    var faces = FacesContext.getCurrentInstance();
    return faces.isPostback() && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public Integer getVersion() {
    return version;
  }

  public void setVersion(Integer version) {
    this.version = version;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
