package org.tradehall.expenses.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.tradehall.catalog.model.TaxRate;
import org.tradehall.identity.model.User;
import org.tradehall.ledger.model.PaymentMethod;
import org.tradehall.shared.model.ConflictException;
import org.tradehall.shared.model.Money;
import org.tradehall.tenancy.model.Branch;

class ExpenseTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final User ann = new User("ann@example.org", "Ann", "", NOW);
  private final Decision decision = new Decision(ann, NOW, " too dear ");

  private Expense expense(String amount) {
    var branch = new Branch("01", "Harbour", ZoneId.of("Europe/Berlin"));
    var date = LocalDate.of(2026, 11, 20);
    return new Expense(branch, date, ExpenseCategory.RENT, Money.of(amount), ann, NOW);
  }

  @Test
  void it_waits_until_somebody_decides_once() {
    List<BiConsumer<Expense, Decision>> decisions =
        List.of(Expense::approve, Expense::reject, Expense::withdraw);
    for (var first : decisions) {
      for (var second : decisions) {
        var expense = expense("10");
        assertThat(expense.isWaiting()).isTrue();
        assertThat(expense.getDecision()).isNull();
        first.accept(expense, decision);
        assertThat(expense.isWaiting()).isFalse();
        assertThatThrownBy(() -> second.accept(expense, decision))
            .isInstanceOf(ConflictException.class)
            .hasMessage("shared.changed-meanwhile");
      }
    }
  }

  @Test
  void only_what_is_approved_can_be_cancelled_and_that_once() {
    var expense = expense("10");
    assertThatThrownBy(() -> expense.cancel(decision)).isInstanceOf(ConflictException.class);
    expense.approve(new Decision(ann, NOW, null));
    expense.cancel(decision);
    assertThat(expense.getStatus()).isEqualTo(ExpenseStatus.CANCELLED);
    assertThat(expense.getDecision().getReason()).isEqualTo("too dear");
    assertThatThrownBy(() -> expense.cancel(decision)).isInstanceOf(ConflictException.class);
  }

  @Test
  void the_tax_is_contained_in_the_amount_and_rounded_to_the_currency() {
    var expense = expense("100");
    assertThat(expense.getTax()).isEqualTo(Money.ZERO);
    assertThat(expense.getNet()).isEqualTo(Money.of("100"));
    expense.tax(new TaxRate("VAT", new BigDecimal("19")), EUR);
    assertThat(expense.getTax()).isEqualTo(Money.of("15.97"));
    assertThat(expense.getNet()).isEqualTo(Money.of("84.03"));
    var yen = expense("1000");
    yen.tax(new TaxRate("VAT", new BigDecimal("10")), Currency.getInstance("JPY"));
    assertThat(yen.getTax()).isEqualTo(Money.of("91"));
  }

  @Test
  void blank_words_are_none() {
    var expense = expense("10");
    expense.pay(" Harbour Estates ", PaymentMethod.TRANSFER, " ");
    expense.annotate("");
    assertThat(expense.getPayee()).isEqualTo("Harbour Estates");
    assertThat(expense.getReference()).isNull();
    assertThat(expense.getNote()).isNull();
    assertThat(new Decision(ann, NOW, " ").getReason()).isNull();
  }

  @Test
  void a_number_is_given_once() {
    var expense = expense("10");
    expense.number("E01-2026-000001");
    assertThatThrownBy(() -> expense.number("E01-2026-000002"))
        .isInstanceOf(IllegalStateException.class);
  }
}
