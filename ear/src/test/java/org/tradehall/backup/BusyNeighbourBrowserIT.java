package org.tradehall.backup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.SelectOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Staff;
import org.tradehall.harness.Tradehall;

/** One of two busy businesses loses a month, and gets it back from the last backup. */
class BusyNeighbourBrowserIT extends InBrowser {

  private static final int SALES_A_SECOND = 20;
  private static final HasTextOptions SOON = new HasTextOptions().setTimeout(90_000);

  private final Shop shop = Shop.open(Shop.Terms.USUAL.named("Lost month"));
  private final Shop other = Shop.open();
  private final Counter counter = Counter.in(shop);
  private final Counter neighbour = Counter.in(other);
  private final Damage damage = new Damage(counter);

  @AfterEach
  void mend() {
    damage.mendBooks();
  }

  @Test
  @Timeout(300)
  void the_month_is_back_and_the_neighbour_has_sold_all_the_while() {
    for (int i = 0; i < 20; i++) {
      counter.sell();
      neighbour.sell();
    }
    Sql.superuser()
        .run(
            "update sales set business_date = business_date - 40 where business_id = ? and number in"
                + " (select number from sales where business_id = ? order by id limit 8)",
            shop.businessId(),
            shop.businessId());
    var before = Sums.of(shop);
    logIn(Staff.in("Superadmin"));
    var backup = lastNight();
    var log = new SalesLog(other);

    try (var till = new SteadyTill(neighbour, SALES_A_SECOND)) {
      till.awaitMore(SALES_A_SECOND);
      damage.deleteSales("business_date > current_date - 31");
      assertThat(shop.count("sales")).isEqualTo(8);

      var begun = System.nanoTime();
      var soldUntilThen = till.sold().size();
      restoreFrom(backup);
      var milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      var sold = till.sold().size() - soldUntilThen;

      Tradehall.tell(
          "%d sales in the %d ms in which the neighbour was restored: %d in ten seconds"
              .formatted(sold, milliseconds, sold * 10_000L / milliseconds));
      // A machine that is busy with other things as well may be slower; it never stands still.
      assertThat(sold).isGreaterThan((int) (SALES_A_SECOND * milliseconds / 1000 / 2));
      till.stop();
      assertThat(till.failures()).isEmpty();
      assertThat(
              Sql.superuser()
                  .column(
                      "select entity_id from system_logs where business_id = ? and action = 'sale.record'",
                      other.businessId()))
          .containsAll(till.sold().stream().map(String::valueOf).toList());
      assertThat(log.sold()).isEqualTo(20 + till.sold().size());
    }
    assertThat(Sums.of(shop)).isEqualTo(before);
    log.assertFollowed();
    counter.sell();
  }

  private long lastNight() {
    var before = Backups.last();
    var unused = Jobs.start(Tradehall.server(), "backup");
    var backup = Backups.endedAfter(before);
    assertThat(backup).containsEntry("problem", null).containsEntry("state", "VALID");
    return (Long) backup.get("id");
  }

  private void restoreFrom(long backup) {
    open("platform/business-restore?id=" + shop.businessId());
    var unused =
        page.locator("select").selectOption(new SelectOption().setValue(String.valueOf(backup)));
    button("Compare").click();
    assertThat(page.locator("#progress .badge")).hasText("To be confirmed", SOON);
    page.locator("main #form").getByLabel("Name of the business").fill("Lost month");
    page.locator("main #form input[type=password]").fill(Shop.PASSWORD);
    button("Restore now").click();
    assertThat(page.locator("#progress .badge")).hasText("Done", SOON);
  }
}
