package org.tradehall.expenses.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.tradehall.expenses.model.ExpenseCategory;
import org.tradehall.expenses.model.ExpenseStatus;
import org.tradehall.ledger.model.PaymentMethod;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.service.BusinessContext;

/** What may be chosen of an expense, by name. */
@Named
@RequestScoped
public class ExpenseNames {
  @Inject BusinessContext context;
  @Inject Texts texts;

  public List<SelectItem> getCategories() {
    return named("expenses.category.", ExpenseCategory.values());
  }

  public List<SelectItem> getStatuses() {
    return named("expenses.status.", ExpenseStatus.values());
  }

  public List<SelectItem> getMethods() {
    return named("sales.method.", PaymentMethod.values());
  }

  private List<SelectItem> named(String prefix, Enum<?>... values) {
    return Stream.of(values)
        .map(value -> new SelectItem(value, texts.get(prefix + value.name())))
        .toList();
  }

  /** Where the person works. */
  public List<SelectItem> getBranches() {
    return context.getBranches().stream()
        .map(branch -> new SelectItem(branch.getId(), branch.getName()))
        .toList();
  }
}
