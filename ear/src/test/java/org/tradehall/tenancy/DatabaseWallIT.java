package org.tradehall.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Logs;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/**
 * Wall 2 and wall 3, each with the others out of play: row-level security is looked at in plain SQL
 * as the application's role, the composite keys as superuser, whom row-level security does not
 * bind.
 */
class DatabaseWallIT {

  private static Shop ours;
  private static Shop theirs;

  /** Every table with a business_id, also one that a later migration adds. */
  private static List<String> tables;

  @BeforeAll
  static void twoShopsWithTrade() throws SQLException {
    ours = shopWithTrade("ours");
    theirs = shopWithTrade("theirs");
    Logs.awaitSealed(ours);
    Logs.awaitSealed(theirs);
    tables =
        Sql.superuser()
            .column(
                """
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                  and a.attname = 'business_id' order by 1""");
  }

  static Shop shopWithTrade(String name) {
    var shop = Shop.open(Shop.Terms.USUAL.named(name));
    var product = shop.goods("1", "10.00", 100);
    var customer = shop.customer("C");
    var sale =
        shop.api()
            .post(
                "sales",
                """
                {"customerId": %d, "lines": [{"productId": %d, "quantity": 2}],
                 "payments": [{"method": "CASH", "amount": 5}]}"""
                    .formatted(customer, product),
                "Idempotency-Key",
                name);
    assertThat(sale.status()).as(sale.toString()).isEqualTo(201);
    shop.expense("Landlord", "5");
    return shop;
  }

  @Test
  void the_shops_have_rows_in_the_tables_that_matter() {
    assertThat(tables)
        .contains("products", "sales", "sale_items", "payments", "expenses", "idempotency_keys")
        .filteredOn(table -> theirs.count(table) > 0)
        .hasSizeGreaterThan(15);
  }

  @Test
  void without_a_business_there_is_no_row_at_all() throws SQLException {
    for (var sql : List.of(Sql.app(), Sql.appOnReplica())) {
      assertThat(Tradehall.cluster().standbyCaughtUp(java.time.Duration.ofSeconds(30))).isTrue();
      try (var connection = sql.connect()) {
        for (var table : tables) {
          assertThat(count(connection, table, "true")).as(table).isZero();
        }
        assertThat(count(connection, "businesses", "true")).isZero();
      }
    }
  }

  @Test
  void with_a_business_there_are_its_rows_only() throws SQLException {
    assertThat(Tradehall.cluster().standbyCaughtUp(java.time.Duration.ofSeconds(30))).isTrue();
    for (var sql : List.of(Sql.app(), Sql.appOnReplica())) {
      try (var connection = inBusiness(sql, ours)) {
        for (var table : tables) {
          assertThat(count(connection, table, "business_id <> " + ours.businessId()))
              .as(table)
              .isZero();
          assertThat(count(connection, table, "true")).as(table).isEqualTo(ours.count(table));
        }
      }
    }
  }

  @Test
  void a_finished_transaction_leaves_no_business_behind() throws SQLException {
    try (var connection = inBusiness(Sql.app(), ours)) {
      assertThat(count(connection, "products", "true")).isOne();
      connection.commit();
      assertThat(count(connection, "products", "true")).isZero();
    }
  }

  @Test
  void nothing_can_be_written_for_another_business() throws SQLException {
    var insert =
        "insert into tax_rates (business_id, id, name, percent, version)"
            + " values (%d, nextval('ids'), 'sly', 0, 1)";
    try (var connection = inBusiness(Sql.app(), ours)) {
      assertThatThrownBy(() -> Sql.run(connection, insert.formatted(theirs.businessId())))
          .hasMessageContaining("row-level security");
    }
    try (var connection = inBusiness(Sql.app(), ours)) {
      assertThatThrownBy(
              () ->
                  Sql.run(connection, "update tax_rates set business_id = ?", theirs.businessId()))
          .hasMessageContaining("row-level security");
    }
    try (var connection = inBusiness(Sql.app(), ours);
        var update =
            connection.prepareStatement(
                "update tax_rates set name = 'sly' where business_id = ?")) {
      update.setLong(1, theirs.businessId());
      assertThat(update.executeUpdate()).isZero();
    }
    try (var connection = Sql.app().connect()) {
      assertThatThrownBy(() -> Sql.run(connection, insert.formatted(theirs.businessId())))
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void the_application_can_neither_change_nor_delete_what_has_happened() throws SQLException {
    for (var table :
        List.of("stock_movements", "customer_transactions", "payments", "system_logs")) {
      for (var statement : List.of("delete from " + table, "update " + table + " set id = id")) {
        try (var connection = inBusiness(Sql.app(), ours)) {
          assertThatThrownBy(() -> Sql.run(connection, statement))
              .hasMessageContaining("permission denied");
        }
      }
    }
    for (var statement : List.of("delete from expenses", "update expenses set amount = 1")) {
      try (var connection = inBusiness(Sql.app(), ours)) {
        assertThatThrownBy(() -> Sql.run(connection, statement))
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void the_application_cannot_switch_the_walls_off() throws SQLException {
    for (var statement :
        List.of(
            "alter table sales disable row level security",
            "drop policy business_isolation on sales",
            "set role tradehall_owner",
            "set session authorization postgres",
            "create table public.mine (id int)")) {
      try (var connection = Sql.app().connect()) {
        assertThatThrownBy(() -> Sql.run(connection, statement)).isInstanceOf(SQLException.class);
      }
    }
    try (var connection = Sql.app().connect()) {
      Sql.run(connection, "set row_security = off");
      assertThatThrownBy(() -> count(connection, "sales", "true"))
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void the_owner_is_bound_too() {
    var database = Tradehall.database();
    assertThat(Sql.of(database.primaryAs(database.owner())).number("select count(*) from products"))
        .isZero();
  }

  @Test
  void the_platform_reads_all_and_writes_nothing() throws SQLException {
    assertThat(
            Sql.platform()
                .number(
                    "select count(distinct business_id) from sales where business_id in (?, ?)",
                    ours.businessId(),
                    theirs.businessId()))
        .isEqualTo(2);
    for (var prefix : List.of("", "set default_transaction_read_only = off; ")) {
      try (var connection = Sql.platform().connect()) {
        assertThatThrownBy(() -> Sql.run(connection, prefix + "update products set name = 'x'"))
            .isInstanceOf(SQLException.class);
      }
    }
  }

  @Test
  void a_reference_to_another_businesss_row_is_refused_by_the_keys_alone() throws SQLException {
    var sale = "select id from sales where business_id = %d".formatted(ours.businessId());
    var foreignProduct = "select id from products where business_id = " + theirs.businessId();
    var foreignCustomer = "select id from customers where business_id = " + theirs.businessId();
    refused(
        "update sale_items set product_id = (%s) where business_id = %d"
            .formatted(foreignProduct, ours.businessId()),
        "sale_items_product");
    refused(
        "update sales set customer_id = (%s) where business_id = %d"
            .formatted(foreignCustomer, ours.businessId()),
        "sales_customer");
    refused(
        "update products set tax_rate_id = %d where business_id = %d"
            .formatted(theirs.taxRateId(), ours.businessId()),
        "products_tax_rate");
    refused(
        "update sale_items set business_id = %d where sale_id = (%s)"
            .formatted(theirs.businessId(), sale),
        "violates foreign key constraint");
    refused(
        "update inventory set branch_id = %d where business_id = %d"
            .formatted(theirs.branchId(), ours.businessId()),
        "inventory_branch");
    refused(
        "update expenses set branch_id = %d where business_id = %d"
            .formatted(theirs.branchId(), ours.businessId()),
        "expenses_branch");
  }

  private static void refused(String statement, String constraint) throws SQLException {
    try (var connection = Sql.superuser().connect()) {
      assertThatThrownBy(() -> Sql.run(connection, statement))
          .as(statement)
          .hasMessageContaining("foreign key")
          .hasMessageContaining(constraint);
    }
  }

  private static Connection inBusiness(Sql sql, Shop shop) throws SQLException {
    var connection = sql.connect();
    connection.setAutoCommit(false);
    Sql.rows(
        connection,
        "select set_config('app.business_id', ?, true)",
        String.valueOf(shop.businessId()));
    return connection;
  }

  private static long count(Connection connection, String table, String where) throws SQLException {
    var rows = Sql.rows(connection, "select count(*) from " + table + " where " + where);
    return (Long) rows.get(0).values().iterator().next();
  }
}
