package org.tradehall.sales.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tradehall.sales.model.SaleTotals.Part;
import org.tradehall.shared.model.Money;

/** The laws of totals: whatever is sold, taxed and discounted, not a cent appears or is lost. */
class SaleTotalsTest {

  @Provide
  static Arbitrary<Currency> currencies() {
    return Arbitraries.of("EUR", "JPY", "KWD").map(Currency::getInstance);
  }

  @Provide
  static Arbitrary<List<Part>> parts() {
    var rates = Arbitraries.of("0", "5", "7", "8.875", "19", "20", "100").map(BigDecimal::new);
    // Whole amounts are amounts in every currency.
    var amounts = Arbitraries.longs().between(0, 10_000_000).map(BigDecimal::valueOf);
    return Combinators.combine(rates, amounts.map(Money::of))
        .as(Part::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Provide
  static Arbitrary<BigDecimal> percents() {
    return Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("100")).ofScale(4);
  }

  @Property
  void net_and_tax_are_the_total_for_every_rate_and_for_the_whole(
      @ForAll("parts") List<Part> parts,
      @ForAll("percents") BigDecimal percent,
      @ForAll boolean pricesIncludeTax,
      @ForAll("currencies") Currency currency) {
    var totals = totals(parts, percent, pricesIncludeTax, currency);
    assertThat(totals.net().plus(totals.tax())).isEqualTo(totals.total());
    assertThat(sum(totals.taxes().stream().map(TaxTotal::net).toList())).isEqualTo(totals.net());
    assertThat(sum(totals.taxes().stream().map(TaxTotal::tax).toList())).isEqualTo(totals.tax());
    assertThat(totals.taxes())
        .noneMatch(rate -> rate.net().isNegative() || rate.tax().isNegative());
    assertThat(totals.total().in(currency).scale()).isEqualTo(Money.digits(currency));
  }

  @Property
  void the_discount_is_taken_off_once_and_wholly(
      @ForAll("parts") List<Part> parts,
      @ForAll("percents") BigDecimal percent,
      @ForAll("currencies") Currency currency) {
    var without = totals(parts, percent, false, currency);
    assertThat(without.net()).isEqualTo(without.subtotal().minus(without.discount()));
    var with = totals(parts, percent, true, currency);
    assertThat(with.total()).isEqualTo(with.subtotal().minus(with.discount()));
    assertThat(with.discount()).isLessThanOrEqualTo(with.subtotal());
  }

  @Property
  void the_order_of_the_lines_does_not_matter(
      @ForAll("parts") List<Part> parts,
      @ForAll("percents") BigDecimal percent,
      @ForAll boolean pricesIncludeTax,
      @ForAll("currencies") Currency currency,
      @ForAll Random random) {
    var shuffled = new ArrayList<>(parts);
    Collections.shuffle(shuffled, random);
    assertThat(totals(shuffled, percent, pricesIncludeTax, currency))
        .isEqualTo(totals(parts, percent, pricesIncludeTax, currency));
  }

  @Property
  void a_whole_is_split_into_parts_that_sum_back(
      @ForAll("parts") List<Part> parts,
      @ForAll("percents") BigDecimal percent,
      @ForAll("currencies") Currency currency) {
    var weights = parts.stream().map(Part::amount).toList();
    var whole = SaleTotals.percentOf(sum(weights), percent, currency);
    var shares = Allocation.split(whole, weights, currency);
    assertThat(shares).hasSameSizeAs(weights);
    assertThat(sum(shares)).isEqualTo(whole);
    for (int i = 0; i < shares.size(); i++) {
      assertThat(shares.get(i).isNegative()).isFalse();
      assertThat(shares.get(i)).isLessThanOrEqualTo(weights.get(i));
      assertThat(shares.get(i).in(currency).scale()).isEqualTo(Money.digits(currency));
    }
  }

  @Property
  void a_line_is_never_discounted_by_more_than_itself(
      @ForAll("percents") BigDecimal percent, @ForAll("currencies") Currency currency) {
    var gross = Money.of("10");
    for (var amount : List.of("0", "3", "10", "1000")) {
      var discount = new LineDiscount(percent, Money.of(amount), currency).of(gross);
      assertThat(discount.isNegative()).isFalse();
      assertThat(discount).isLessThanOrEqualTo(gross);
    }
  }

  @Example
  void everything_for_nothing_is_a_legal_sale() {
    var euro = Currency.getInstance("EUR");
    var totals =
        totals(
            List.of(new Part(new BigDecimal("20"), Money.of("0.01"))),
            new BigDecimal("100"),
            true,
            euro);
    assertThat(totals.total()).isEqualTo(Money.ZERO);
    assertThat(totals.tax()).isEqualTo(Money.ZERO);
  }

  private static SaleTotals totals(
      List<Part> parts, BigDecimal percent, boolean pricesIncludeTax, Currency currency) {
    var subtotal = sum(parts.stream().map(Part::amount).toList());
    var discount = SaleTotals.percentOf(subtotal, percent, currency);
    return SaleTotals.of(parts, discount, pricesIncludeTax, currency);
  }

  private static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.ZERO, Money::plus);
  }
}
