package org.tradehall.demo.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.tradehall.expenses.model.ExpenseCategory;
import org.tradehall.expenses.service.ExpenseService;
import org.tradehall.expenses.service.NewExpense;
import org.tradehall.ledger.model.PaymentMethod;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.model.RoleChoice;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.BusinessService;
import org.tradehall.tenancy.service.RoleForm;
import org.tradehall.tenancy.service.RoleService;

/** What the demo spends. The assistant may approve small amounts himself; the large one waits. */
@ApplicationScoped
public class DemoBooks {

  private static final List<String> OWNERS =
      List.of(
          "28;RENT;Harbour Estates;1450.00;TRANSFER;RE-2211",
          "21;UTILITIES;Stadtwerke;182.40;TRANSFER;88-4107",
          "14;MARKETING;Print & Co;96.50;CARD;",
          "6;FEES;Chamber of Commerce;60.00;TRANSFER;");

  private static final List<String> ASSISTANTS =
      List.of(
          "9;TRANSPORT;Taxi;24.80;CASH;",
          "3;SUPPLIES;Office Depot;41.20;CARD;5521",
          "1;REPAIRS;Meyer Refrigeration;389.00;TRANSFER;2026-118");

  @Inject BusinessContext context;
  @Inject BusinessService businesses;
  @Inject DemoUsers users;
  @Inject RoleService roles;
  @Inject ExpenseService expenses;
  @Inject Clock clock;

  void keep(Long owner) {
    var business = context.getBusinessId();
    OWNERS.forEach(this::spend);
    var role =
        new RoleForm(
            "Assistant",
            Set.of(
                Permission.SALE_RECORD,
                Permission.SALE_VIEW,
                Permission.PRODUCT_VIEW,
                Permission.CUSTOMER_VIEW,
                Permission.EXPENSE_VIEW,
                Permission.EXPENSE_RECORD,
                Permission.EXPENSE_APPROVE),
            BigDecimal.TEN,
            BigDecimal.valueOf(50),
            false,
            false,
            null);
    var assistant = users.create("Alex Assistant", "assistant");
    users.employ(assistant, RoleChoice.of(roles.create(role)));
    workAs(assistant, business);
    ASSISTANTS.forEach(this::spend);
    workAs(owner, business);
  }

  private void workAs(Long user, Long business) {
    context.identify(user);
    businesses.enter(business, null);
  }

  private void spend(String line) {
    var field = line.split(";", -1);
    var today = context.getBranch().businessDate(clock.instant());
    var usualRate = expenses.taxRates().get(0).getId();
    var category = ExpenseCategory.valueOf(field[1]);
    expenses.record(
        new NewExpense(
            null,
            today.minusDays(Long.parseLong(field[0])),
            category,
            field[2],
            new BigDecimal(field[3]),
            category == ExpenseCategory.FEES ? null : usualRate,
            PaymentMethod.valueOf(field[4]),
            field[5],
            null));
  }
}
