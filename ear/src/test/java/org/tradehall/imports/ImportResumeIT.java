package org.tradehall.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** An import whose server is killed in the middle of it. */
class ImportResumeIT {

  private static final int DOCUMENTS = 1_500;
  private static final int LINES = 3;

  @Test
  void a_killed_import_goes_on_exactly_where_it_was() {
    var shop = Shop.open(Shop.Terms.USUAL.in("GBP"));
    try (var server = Tradehall.another("imports")) {
      Tradehall.start(server);
      var sent = Upload.of(shop.api(server.url()), "mapping=sales", file()).checked();
      sent.start();
      sent.awaitRows(1_000);
      server.kill();

      var done = shop.count("sales");
      assertThat(done).isBetween(1L, DOCUMENTS - 1L);
      assertThat(shop.count("sale_items")).isEqualTo(done * LINES);
      assertThat(number(shop, "select steps_done from imports where business_id = ?"))
          .isEqualTo(done);

      Tradehall.start(server);
      assertThat(sent.state()).isEqualTo("INTERRUPTED");
      sent.executed();
    }
    assertThat(shop.count("sales")).isEqualTo(DOCUMENTS);
    assertThat(shop.count("sale_items")).isEqualTo(DOCUMENTS * LINES);
    assertThat(number(shop, "select next_number - 1 from number_series where business_id = ?"))
        .isEqualTo(DOCUMENTS);
    assertThat(number(shop, "select sum(quantity)::bigint from inventory where business_id = ?"))
        .isEqualTo(-DOCUMENTS * LINES);
  }

  @Test
  void a_stopped_import_goes_on_where_it_was_stopped() {
    var shop = Shop.open(Shop.Terms.USUAL.in("GBP"));
    var sent = Upload.of(shop.api(), "mapping=sales", file()).checked();
    sent.start();
    sent.awaitRows(1_000);
    assertThat(sent.stop().status()).isEqualTo(200);
    assertThat(sent.state()).isEqualTo("STOPPED");
    assertThat(shop.count("sales")).isBetween(1L, DOCUMENTS - 1L);

    sent.executed();

    assertThat(shop.count("sales")).isEqualTo(DOCUMENTS);
  }

  @Test
  void a_dry_run_whose_server_died_begins_anew() {
    var shop = Shop.open();
    var sent = Upload.of(shop.api(), "mapping=products", "sku,name\n1,Tea\n2,Coffee\n").checked();
    Sql.superuser()
        .run(
            "update imports set state = 'CHECKING', step_count = 0, node = 'gone/1',"
                + " heartbeat_at = now() - interval '5 minutes' where business_id = ?",
            shop.businessId());
    assertThat(sent.state()).isEqualTo("INTERRUPTED");

    sent.start();
    sent.checked().executed();

    assertThat(shop.count("products")).isEqualTo(2);
    assertThat(shop.count("import_rows")).isEqualTo(2);
  }

  private static String file() {
    var csv = new StringBuilder("document,sku,name,quantity,time,price,customer\n");
    for (var document = 1; document <= DOCUMENTS; document++) {
      for (var line = 1; line <= LINES; line++) {
        csv.append(
            String.format(
                Locale.ROOT,
                "D%d,P%d,Thing,1,2025-03-01 10:00:00,1.25,C%d\n",
                document,
                (document * 7 + line * 31) % 500,
                document % 100));
      }
    }
    return csv.toString();
  }

  private static long number(Shop shop, String query) {
    return Sql.superuser().number(query, shop.businessId());
  }
}
