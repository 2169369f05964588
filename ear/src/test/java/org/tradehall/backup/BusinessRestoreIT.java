package org.tradehall.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tradehall.backup.service.ArchiveSource;
import org.tradehall.backup.service.BusinessDiff.Change;
import org.tradehall.backup.service.BusinessDiff.TableDiff;
import org.tradehall.backup.service.BusinessSource;
import org.tradehall.backup.service.Kept;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.shared.model.RefusedException;

/** One business is brought back, and nothing else moves. */
class BusinessRestoreIT {

  private final Sql sql = Sql.superuser();
  private final Shop shop = Shop.open();
  private final Shop other = Shop.open();

  private final Counter counter = Counter.in(shop);
  private final Damage damage = new Damage(counter);

  private long customer;

  @BeforeEach
  void trade() {
    customer = shop.customer("C");
    for (int i = 0; i < 5; i++) {
      counter.sell();
    }
    Counter.in(other).sell();
    counter.sellOnAccount(customer);
    shop.expense("Landlord", "10");
    shop.expense("Plumber", "20");
  }

  @AfterEach
  void mend() {
    damage.mendBooks();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void whatever_was_changed_is_as_it_was_and_can_be_as_it_became(int seed) throws IOException {
    var before = Sums.of(shop);
    var others = Sums.of(other);
    try (var past = Past.now()) {
      damage.some(new Random(seed));
      var damaged = Sums.of(shop);
      assertThat(damaged).isNotEqualTo(before);
      var undo = new ByteArrayOutputStream();

      var promised = Restoring.preview(shop, past.of(shop));
      assertThat(Sums.of(shop)).as("after the preview").isEqualTo(damaged);
      var done = Restoring.apply(shop, past.of(shop), undo);

      assertThat(done).isEqualTo(promised);
      assertThat(Sums.of(shop)).as("after the restore").isEqualTo(before);
      assertThat(Restoring.preview(shop, past.of(shop)).isEmpty()).isTrue();

      Restoring.undo(shop, new ArchiveSource(new ByteArrayInputStream(undo.toByteArray())));

      assertThat(Sums.of(shop)).as("after its undoing").isEqualTo(damaged);
      assertThat(Sums.of(other)).as("the other business").isEqualTo(others);
    }
    assertThat(actions()).containsExactly("business.restore", "business.restore-undo");
  }

  @Test
  void the_preview_tells_what_goes_returns_and_changes() {
    try (var past = Past.now()) {
      var number =
          sql.column(
              "select number from sales where business_id = ? order by id limit 1",
              shop.businessId());
      damage.deleteSales(
          "id = (select min(id) from sales where business_id = " + shop.businessId() + ")");
      shop.customer("D");
      sql.run("update products set name = 'Renamed' where business_id = ?", shop.businessId());

      var tables = Restoring.preview(shop, past.of(shop)).tables();

      assertThat(of(tables, "sales").returning()).isEqualTo(1);
      assertThat(of(tables, "sales").samples().get(0).change()).isEqualTo(Change.RETURNS);
      assertThat(of(tables, "sales").samples().get(0).label()).startsWith(number.get(0));
      assertThat(of(tables, "customers").going()).isEqualTo(1);
      assertThat(of(tables, "customers").samples().get(0).label()).isEqualTo("D · D");
      assertThat(of(tables, "products").changing()).isEqualTo(1);
      assertThat(tables).noneMatch(table -> table.table().equals("tax_rates"));
    }
  }

  @Test
  void a_bad_source_changes_nothing_and_says_why() {
    try (var past = Past.now()) {
      var good = past.of(shop);
      damage.deleteSales("true");
      var damaged = Sums.of(shop);

      refused(new OtherVersion(good), "restoration.other-schema");
      refused(new Tampered(good, "sales", null), "restoration.other-table");
      refused(new Tampered(good, "customers", row -> null), "restoration.broken-reference");
      refused(new Tampered(good, "sales", row -> "(1,2)"), "restoration.source-damaged");
      refused(
          new Tampered(good, "products", BusinessRestoreIT::withoutId),
          "restoration.source-damaged");
      refused(
          new Tampered(good, "inventory", row -> row.replaceAll("[0-9.]+\\)$", "7.000000)")),
          "restoration.stock-differs");
      refused(
          new Tampered(good, "customer_accounts", row -> row.replaceAll("[0-9.]+\\)$", "7.0000)")),
          "restoration.balance-differs");
      refused(new Tampered(good, "businesses", row -> null), "restoration.business-not-there");

      assertThat(Sums.of(shop)).isEqualTo(damaged);
      assertThat(actions()).isEmpty();
    }
  }

  @Test
  @Timeout(60)
  void a_restore_that_is_killed_leaves_what_was_there() {
    var before = Sums.of(shop);
    try (var past = Past.now()) {
      damage.deleteSales("true");
      var damaged = Sums.of(shop);
      var killing =
          new OutputStream() {
            @Override
            public void write(int b) {
              sql.run(
                  "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                      + " and mode = 'ExclusiveLock' and granted and database ="
                      + " (select oid from pg_database where datname = current_database())");
            }
          };

      assertThatThrownBy(() -> Restoring.apply(shop, past.of(shop), killing))
          .isInstanceOf(IllegalStateException.class);

      assertThat(Sums.of(shop)).isEqualTo(damaged);
      assertThat(counter.sell()).isPositive();
      Restoring.apply(shop, past.of(shop), OutputStream.nullOutputStream());
      assertThat(Sums.of(shop)).isEqualTo(before);
    }
  }

  @Test
  void who_was_shown_the_door_or_forgotten_since_stays_so() {
    var cashier = shop.employ("CASHIER");
    var stolen = shop.newKey();
    try (var past = Past.now()) {
      sql.run("delete from memberships where user_id = ?", cashier.userId());
      sql.run(
          "update api_keys set revoked_at = now() where business_id = ? and id ="
              + " (select max(id) from api_keys where business_id = ?)",
          shop.businessId(),
          shop.businessId());
      sql.run(
          "begin; set local app.business_id = '%d'; select forget_customer(%d); commit"
              .formatted(shop.businessId(), customer));
      damage.deleteSales("true");

      Restoring.apply(shop, past.of(shop), OutputStream.nullOutputStream());

      assertThat(shop.count("sales")).isEqualTo(6);
      assertThat(sql.number("select count(*) from memberships where user_id = ?", cashier.userId()))
          .isZero();
      assertThat(stolen).isNotEmpty();
      assertThat(
              sql.number(
                  "select count(*) from api_keys where business_id = ? and revoked_at is not null",
                  shop.businessId()))
          .isEqualTo(1);
      assertThat(sql.column("select name from customers where business_id = ?", shop.businessId()))
          .containsExactly("Erased " + customer);
    }
  }

  @Test
  void nobody_is_let_into_more_branches_because_his_own_is_gone() {
    try (var past = Past.now()) {
      var branch = shop.branch("02");
      var role = shop.role("sale.view", null, true, false);
      shop.employ(role, branch);
      var damaged = Sums.of(shop);

      refused(past.of(shop), "restoration.member-without-branch");
      assertThat(Sums.of(shop)).isEqualTo(damaged);

      sql.run(
          "insert into membership_branches (business_id, id, membership_id, branch_id)"
              + " select business_id, nextval('ids'), membership_id, ? from membership_branches"
              + " where business_id = ?",
          shop.branchId(),
          shop.businessId());
      Restoring.apply(shop, past.of(shop), OutputStream.nullOutputStream());

      assertThat(
              sql.column(
                  "select branch_id from membership_branches where business_id = ?",
                  shop.businessId()))
          .containsExactly(String.valueOf(shop.branchId()));
    }
  }

  @Test
  void only_tables_that_are_there_are_kept() {
    assertThat(sql.column("select relname from pg_class where relkind = 'r'"))
        .containsAll(Kept.all());
  }

  private void refused(BusinessSource source, String code) {
    assertThatThrownBy(() -> Restoring.apply(shop, source, OutputStream.nullOutputStream()))
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static String withoutId(String row) {
    return row.replaceAll("^\\((\\d+),(\\d+),", "($1,-,");
  }

  private List<String> actions() {
    return sql.column(
        "select action from system_logs where business_id = ? and action like 'business.restore%'"
            + " order by id",
        shop.businessId());
  }

  private static TableDiff of(List<TableDiff> tables, String name) {
    return tables.stream().filter(table -> table.table().equals(name)).findAny().orElseThrow();
  }
}
