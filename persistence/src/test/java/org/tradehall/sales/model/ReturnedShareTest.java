package org.tradehall.sales.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tradehall.catalog.model.Product;
import org.tradehall.catalog.model.ProductKind;
import org.tradehall.catalog.model.TaxRate;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.model.Quantity;
import org.tradehall.tenancy.model.Branch;

class ReturnedShareTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  record Line(int pieces, BigDecimal price, BigDecimal discountPercent, BigDecimal taxPercent) {}

  @Provide
  Arbitrary<List<Line>> lines() {
    var percents = Arbitraries.of("0", "7", "19", "8.875").map(BigDecimal::new);
    return Combinators.combine(
            Arbitraries.integers().between(1, 12),
            Arbitraries.integers().between(0, 99_999).map(cents -> BigDecimal.valueOf(cents, 2)),
            Arbitraries.of("0", "5", "12.5", "100").map(BigDecimal::new),
            percents)
        .as(Line::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Property(tries = 300)
  void everythingReturnedPieceByPieceIsTheExactNegativeOfTheSale(
      @ForAll("lines") List<Line> lines,
      @ForAll boolean pricesIncludeTax,
      @ForAll("documentDiscount") BigDecimal discountPercent) {
    var sale = sale(lines, pricesIncludeTax, discountPercent);
    var net = Money.ZERO;
    var tax = Money.ZERO;
    for (var item : sale.getItems()) {
      while (item.getReturnableQuantity().isPositive()) {
        var back = takeBackOne(sale, item);
        assertThat(back.getNet().plus(back.getTax())).isEqualTo(back.getTotal());
        net = net.plus(back.getNet());
        tax = tax.plus(back.getTax());
      }
    }
    assertThat(net).isEqualTo(sale.getNet());
    assertThat(tax).isEqualTo(sale.getTax());
  }

  @Provide
  Arbitrary<BigDecimal> documentDiscount() {
    return Arbitraries.of("0", "3", "33.3333", "100").map(BigDecimal::new);
  }

  private static SaleReturn takeBackOne(Sale sale, SaleItem item) {
    var before = ReturnedShare.of(sale, EUR);
    var saleReturn = new SaleReturn(sale, null, recording());
    saleReturn.takeBack(item, Quantity.of("1"), EUR);
    saleReturn.total(before, EUR);
    return saleReturn;
  }

  private static Sale sale(List<Line> lines, boolean pricesIncludeTax, BigDecimal discountPercent) {
    var branch = new Branch("01", "Main", ZoneId.of("Europe/Berlin"));
    var sale = new Sale(branch, null, pricesIncludeTax, recording());
    for (var line : lines) {
      var rate = new TaxRate("VAT", line.taxPercent());
      var product = new Product("1", "Thing", ProductKind.GOODS, Money.ZERO, rate, NOW);
      var discount = new LineDiscount(line.discountPercent(), Money.ZERO, EUR);
      sale.add(product, Quantity.of(BigDecimal.valueOf(line.pieces())), line.price(), discount);
    }
    var totals = sale.total(discountPercent, Money.ZERO, EUR);
    assertThat(totals.net().plus(totals.tax())).isEqualTo(totals.total());
    return sale;
  }

  private static Recording recording() {
    return new Recording(LocalDate.of(2026, 11, 22), NOW, 1L);
  }
}
