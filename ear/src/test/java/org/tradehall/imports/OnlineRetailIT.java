package org.tradehall.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** Six months of real sales through the API, held against the totals that come with them. */
class OnlineRetailIT {

  private static final Path FILES =
      Path.of(System.getProperty("tradehall.it.data"), "online-retail");

  private record Month(
      String name, int rows, int invoices, int creditNotes, String sales, String credits) {}

  private static final List<Month> MONTHS =
      List.of(
          new Month("2010-12", 42_481, 1_699, 326, "823746.14", "-74789.12"),
          new Month("2011-01", 35_147, 1_216, 260, "691364.56", "-131364.30"),
          new Month("2011-02", 27_707, 1_174, 219, "523631.89", "-25569.24"),
          new Month("2011-03", 36_748, 1_665, 318, "717639.36", "-34372.28"),
          new Month("2011-04", 29_916, 1_504, 240, "537808.621", "-44601.50"),
          new Month("2011-05", 37_030, 1_848, 314, "770536.02", "-47202.51"));

  @BeforeAll
  static void filesAreThere() {
    var message = "No real sales data: " + FILES.normalize() + " is absent";
    if (!Files.isDirectory(FILES)) {
      Tradehall.tell(message);
    }
    assumeTrue(Files.isDirectory(FILES), message);
  }

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void six_months_come_out_to_the_last_decimal_and_a_second_time_adds_nothing() {
    var shop = Shop.open(Shop.Terms.USUAL.in("GBP"));
    MONTHS.forEach(month -> take(shop, month));
    assertTheWhole(shop);

    var again = sent(shop, "2011-02", "february-again.csv.gz").checked();
    var end = again.executed();

    assertThat(end.at("/outcomes/skipped").asInt()).isEqualTo(27_707);
    assertTheWhole(shop);
  }

  private static void take(Shop shop, Month month) {
    var began = Instant.now();
    var sent = sent(shop, month.name(), month.name() + ".csv.gz").checked();
    var end = sent.executed();
    var took = Duration.between(began, Instant.now());
    var rate = month.rows() / Math.max(1, took.toSeconds());
    Tradehall.tell(
        "%s: %d rows checked and executed in %d s, %d rows/s"
            .formatted(month.name(), month.rows(), took.toSeconds(), rate));

    assertThat(end.at("/rows").asInt()).isEqualTo(month.rows());
    assertThat(end.at("/outcomes/created").asInt()).isEqualTo(month.rows());
    for (var side : new String[] {"/file", "/booked"}) {
      var totals = sent.totals().at(side);
      assertThat(totals.at("/invoices").asInt()).isEqualTo(month.invoices());
      assertThat(totals.at("/creditNotes").asInt()).isEqualTo(month.creditNotes());
      assertThat(totals.at("/sales").decimalValue()).isEqualByComparingTo(month.sales());
      assertThat(totals.at("/credits").decimalValue()).isEqualByComparingTo(month.credits());
    }
  }

  private static Upload sent(Shop shop, String month, String name) {
    return Upload.of(
        shop.api(), "mapping=online-retail&file=" + name, FILES.resolve(month + ".csv.gz"));
  }

  private static void assertTheWhole(Shop shop) {
    assertThat(shop.count("sales") + shop.count("stock_adjustments")).isEqualTo(9_106);
    assertThat(shop.count("sale_returns")).isEqualTo(1_677);
    assertThat(shop.count("products")).isEqualTo(3_514);
    assertThat(shop.count("customers")).isEqualTo(2_767);
    assertThat(
            shop.count("sale_items")
                + shop.count("sale_return_items")
                + number(shop, "select count(*) from stock_movements where kind = 'ADJUSTMENT'"))
        .isEqualTo(209_029);
    assertThat(
            new BigDecimal(
                Sql.superuser()
                    .column(
                        "select (select sum(quantity * unit_price) from sale_items"
                            + " where business_id = ?) - (select sum(quantity * unit_price)"
                            + " from sale_return_items where business_id = ?)",
                        shop.businessId(),
                        shop.businessId())
                    .get(0)))
        .isEqualByComparingTo("3706827.641");
    assertThat(number(shop, "select count(*) from customer_accounts where balance <> 0")).isZero();
    assertThat(
            number(
                shop,
                "select count(*) from inventory i where quantity <> (select sum(quantity)"
                    + " from stock_movements m where m.business_id = i.business_id"
                    + " and m.product_id = i.product_id)"))
        .isZero();
    assertThat(number(shop, "select sum(next_number - 1) from number_series where true"))
        .isEqualTo(9_106 + 1_677);
  }

  private static long number(Shop shop, String query) {
    return Sql.superuser().number(query + " and business_id = ?", shop.businessId());
  }
}
