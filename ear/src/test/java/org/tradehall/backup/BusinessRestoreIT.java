package org.tradehall.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
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
import org.tradehall.harness.AtOnce;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.shared.model.RefusedException;

/** One business is brought back, and nothing else moves. */
class BusinessRestoreIT {

  private final Sql sql = Sql.superuser();
  private final Shop shop = Shop.open();
  private final Shop other = Shop.open();

  private long product;
  private long customer;
  private long otherProduct;

  @BeforeEach
  void trade() {
    product = shop.goods("A", "1", 1_000);
    customer = shop.customer("C");
    otherProduct = other.goods("A", "1", 1_000_000);
    for (int i = 0; i < 5; i++) {
      sell(shop, product);
    }
    sell(other, otherProduct);
    onAccount();
  }

  /** Books that are not right would have other tests' restores of everything refused. */
  @AfterEach
  void setTheBooksRight() {
    sql.run(
        """
        update inventory i set quantity = (select coalesce(sum(m.quantity), 0) from stock_movements m
          where m.business_id = i.business_id and m.branch_id = i.branch_id
            and m.product_id = i.product_id) where i.business_id = ?""",
        shop.businessId());
    sql.run(
        """
        update customer_accounts a set balance = (select coalesce(sum(t.amount), 0)
          from customer_transactions t where t.business_id = a.business_id
            and t.customer_id = a.customer_id) where a.business_id = ?""",
        shop.businessId());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void whatever_was_changed_is_as_it_was_and_can_be_as_it_became(int seed) throws IOException {
    var before = Sums.of(shop);
    var others = Sums.of(other);
    try (var past = Past.now()) {
      damage(new Random(seed));
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
      deleteSales("id = (select min(id) from sales where business_id = ?)", shop.businessId());
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
  @Timeout(120)
  void the_others_work_on_and_the_business_itself_can_be_looked_at() throws Exception {
    var before = Sums.of(shop);
    try (var past = Past.now()) {
      deleteSales("true");
      var reached = new CountDownLatch(1);
      var looked = new CountDownLatch(1);
      var undo = waiting(reached, looked);

      AtOnce.run(
          2,
          thread -> {
            if (thread == 0) {
              return Restoring.apply(shop, past.of(shop), undo);
            }
            await(reached);
            try {
              assertThat(shop.api().get("products/" + product).status()).isEqualTo(200);
              var refused = shop.api().post("sales", sale(product));
              assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
              assertThat(refused.header("Retry-After")).isEqualTo("5");
              assertThat(refused.text("/type")).endsWith("tenancy.restoring");
              assertThat(other.api().post("sales", sale(otherProduct)).status()).isEqualTo(201);
            } finally {
              looked.countDown();
            }
            return null;
          });

      assertThat(Sums.of(shop)).isEqualTo(before);
      assertThat(shop.api().post("sales", sale(product)).status()).isEqualTo(201);
    }
  }

  @Test
  @Timeout(120)
  void a_month_comes_back_while_the_neighbour_takes_twenty_sales_a_second() {
    var acknowledged = new ArrayList<Long>();
    var tried = new ArrayList<Integer>();
    var over = new AtomicBoolean();
    try (var past = Past.now()) {
      var before = Sums.of(shop);
      long soldBefore = other.count("sales");
      AtOnce.run(
          3,
          thread -> {
            switch (thread) {
              case 0 -> neighbour(over, acknowledged);
              case 1 -> insistent(over, tried);
              default -> {
                try {
                  await(acknowledged, 10);
                  deleteSales("business_date > current_date - 31");
                  for (int i = 0; i < 5; i++) {
                    Restoring.apply(shop, past.of(shop), OutputStream.nullOutputStream());
                  }
                  await(acknowledged, 40);
                } finally {
                  over.set(true);
                }
              }
            }
            return null;
          });
      // What the insistent one sold after the last restore goes with one more.
      Restoring.apply(shop, past.of(shop), OutputStream.nullOutputStream());
      assertThat(Sums.of(shop)).isEqualTo(before);
      assertThat(other.count("sales")).isEqualTo(soldBefore + acknowledged.size());
      assertThat(
              sql.column(
                  "select id from sales where business_id = ? order by id", other.businessId()))
          .containsAll(acknowledged.stream().map(String::valueOf).toList());
      assertThat(
              sql.number(
                  "select count(*) from system_logs where business_id = ? and action = 'sale.record'",
                  other.businessId()))
          .isEqualTo(soldBefore + acknowledged.size());
      assertThat(tried).isSubsetOf(201, 503);
    }
  }

  /** Twenty sales a second, each of which must succeed. */
  private void neighbour(AtomicBoolean over, List<Long> acknowledged) {
    while (!over.get()) {
      var answer = other.api().post("sales", sale(otherProduct));
      assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
      synchronized (acknowledged) {
        acknowledged.add(answer.id());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
    }
  }

  /** Sells in the business that is being restored. */
  private void insistent(AtomicBoolean over, List<Integer> statuses) {
    while (!over.get()) {
      statuses.add(shop.api().post("sales", sale(product)).status());
    }
  }

  private static void await(List<Long> acknowledged, int more) {
    int now = size(acknowledged);
    while (size(acknowledged) < now + more) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  private static int size(List<Long> acknowledged) {
    synchronized (acknowledged) {
      return acknowledged.size();
    }
  }

  @Test
  void a_bad_source_changes_nothing_and_says_why() {
    try (var past = Past.now()) {
      var good = past.of(shop);
      deleteSales("true");
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
      deleteSales("true");
      var damaged = Sums.of(shop);
      var killing =
          new OutputStream() {
            @Override
            public void write(int b) {
              sql.run(
                  "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                      + " and mode = 'ExclusiveLock' and granted");
            }
          };

      assertThatThrownBy(() -> Restoring.apply(shop, past.of(shop), killing))
          .isInstanceOf(IllegalStateException.class);

      assertThat(Sums.of(shop)).isEqualTo(damaged);
      var sold = shop.api().post("sales", sale(product));
      assertThat(sold.status()).as(sold.toString()).isEqualTo(201);
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
      deleteSales("true");

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

  /** A few of the things that go wrong, in any order. */
  private void damage(Random random) {
    var ways =
        List.<Runnable>of(
            () -> deleteSales("id % 2 = " + random.nextInt(2)),
            () -> sell(shop, product),
            () -> shop.customer("N" + random.nextInt(1_000_000)),
            () -> shop.goods("N" + random.nextInt(1_000_000), "2", random.nextInt(10)),
            () ->
                sql.run(
                    "update products set cost = coalesce(cost, 0) + 1, name = name || E' \\\\ \"x\", (y)\n'"
                        + " where business_id = ?",
                    shop.businessId()),
            () ->
                sql.run(
                    "update inventory set quantity = 0 where business_id = ?", shop.businessId()),
            () ->
                sql.run(
                    "update customers set email = null, phone = '' where business_id = ?",
                    shop.businessId()),
            () ->
                sql.run(
                    "update businesses set name = name || '!', locale = 'de-DE' where id = ?",
                    shop.businessId()),
            () ->
                sql.run(
                    "update number_series set next_number = next_number + 7 where business_id = ?",
                    shop.businessId()),
            () -> shop.branch("B" + random.nextInt(1_000_000)));
    for (int i = 0; i < 6; i++) {
      ways.get(random.nextInt(ways.size())).run();
    }
    sql.run("update products set name = 'Damaged' where business_id = ?", shop.businessId());
  }

  private void deleteSales(String which, Object... parameters) {
    try (var connection = sql.connect()) {
      connection.setAutoCommit(false);
      Sql.run(
          connection,
          "create temporary table gone on commit drop as select id from sales where business_id = "
              + shop.businessId()
              + " and "
              + which,
          parameters);
      Sql.run(
          connection,
          """
          set constraints all deferred;
          delete from payments where source_id in (select id from gone);
          delete from customer_transactions where source_id in (select id from gone);
          delete from stock_movements where source_id in (select id from gone);
          delete from sale_taxes where sale_id in (select id from gone);
          delete from sale_items where sale_id in (select id from gone);
          delete from sales where id in (select id from gone)""");
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void onAccount() {
    var answer =
        shop.api()
            .post(
                "sales",
                "{\"customerId\": %d, \"lines\": [{\"productId\": %d, \"quantity\": 2}]}"
                    .formatted(customer, product));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
  }

  private static void sell(Shop in, long what) {
    var answer = in.api().post("sales", sale(what));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
  }

  private static String sale(long what) {
    return """
        {"payments": [{"method": "CASH", "amount": 1.2}],
         "lines": [{"productId": %d, "quantity": 1}]}"""
        .formatted(what);
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

  private static OutputStream waiting(CountDownLatch reached, CountDownLatch looked) {
    return new OutputStream() {
      @Override
      public void write(int b) {
        reached.countDown();
        await(looked);
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
