package org.tradehall.harness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A shop that has one of everything, so that each of its pages has something to show. */
public final class Furnished {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Shop shop;
  private final Map<String, Long> ids = new TreeMap<>();

  /**
   * @param name in all that is made
   */
  public Furnished(Shop shop, String name) {
    this.shop = shop;
    ids.put("product", shop.goods(name + "-mug", "10", 10));
    ids.put("customer", shop.customer(name + "-customer"));
    ids.put("sale", sale(name));
    ids.put("expense", waitingExpense(name));
    ids.put("expenses/{id}/approve", waitingExpense(name));
    ids.put("expenses/{id}/reject", waitingExpense(name));
    ids.put("expenses/{id}/withdraw", waitingExpense(name));
    ids.put("expenses/{id}/cancel", shop.expense(name, "12"));
    ids.put("import", checkedImport(name));
    ids.put("member", shop.employ("CASHIER").membershipId());
    ids.put("role", shop.role("sale.view", null, false, false));
    ids.put("branch", shop.branch("N"));
    ids.put("passkey", passkey(name));
    ids.put(
        "log",
        Sql.superuser()
            .number("select min(id) from system_logs where business_id = ?", shop.businessId()));
  }

  /** One that no device has. */
  private long passkey(String name) {
    return Sql.superuser()
        .number(
            "insert into passkeys (id, user_id, user_handle, credential, public_key,"
                + " signature_count, name, created_at) values (nextval('ids'), ?,"
                + " md5(gen_random_uuid()::text), md5(gen_random_uuid()::text), 'x', 0, ?, now()) returning id",
            shop.userId(),
            name);
  }

  private long sale(String note) {
    return made(
        shop.api()
            .post(
                "sales",
                "{\"customerId\": %d, \"note\": %s, \"lines\": [{\"productId\": %d, \"quantity\": 1}]}"
                    .formatted(id("customer"), Api.quoted(note), id("product"))));
  }

  /** Of the owner, who would have approved it at once. */
  private long waitingExpense(String payee) {
    var id = shop.expense(payee, "12");
    Sql.superuser()
        .run(
            "update expenses set status = 'WAITING', decided_at = null, decided_by = null"
                + " where id = ?",
            id);
    return id;
  }

  private long checkedImport(String name) {
    var file = BodyPublishers.ofString("sku,name,price\n2," + name + ",1\n");
    var query = "imports?mapping=products&file=" + URLEncoder.encode(name, UTF_8) + ".csv";
    var id = made(shop.api().send("POST", query, file, "Content-Type", "text/csv"));
    Until.isTrue(SOON, () -> shop.api().get("imports/" + id).text("/state").equals("CHECKED"));
    return id;
  }

  private static long made(Api.Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.id();
  }

  /**
   * @param kind such as {@code product}
   */
  public long id(String kind) {
    return ids.get(kind);
  }

  /** The id for an operation on one thing. What can be decided once has one for each decision. */
  public long id(OpenApi.Operation operation) {
    return ids.getOrDefault(operation.path(), ids.get(operation.kind()));
  }

  /** The ids with which the pages that show one thing are visited. */
  public Map<String, Long> ofPages() {
    return Map.ofEntries(
        Map.entry("account/passkey", id("passkey")),
        Map.entry("app/customers/edit", id("customer")),
        Map.entry("app/customers/privacy", id("customer")),
        Map.entry("app/expenses/show", id("expense")),
        Map.entry("app/imports/progress", id("import")),
        Map.entry("app/imports/report", id("import")),
        Map.entry("app/imports/show", id("import")),
        Map.entry("app/products/edit", id("product")),
        Map.entry("app/sales/show", id("sale")),
        Map.entry("app/settings/branch", id("branch")),
        Map.entry("app/settings/log-entry", id("log")),
        Map.entry("app/settings/member", id("member")),
        Map.entry("app/settings/role", id("role")),
        Map.entry("admin/enter", shop.businessId()),
        Map.entry("platform/backup", backup()),
        Map.entry("platform/backup-progress", backup()),
        Map.entry("platform/restore", restore()),
        Map.entry("platform/restore-progress", restore()),
        Map.entry("platform/business", shop.businessId()),
        Map.entry("platform/business-restore", shop.businessId()),
        Map.entry("platform/restoration", restoration()),
        Map.entry("platform/restoration-progress", restoration()),
        Map.entry("platform/business-import", archiveImport()),
        Map.entry("platform/business-import-progress", archiveImport()),
        Map.entry("platform/role", 2L),
        Map.entry("platform/user", shop.userId()));
  }

  /** One whose file is deleted, as a row: what it is like to make one has its own tests. */
  private static long backup() {
    return Sql.operations()
        .number(
            "insert into backups (cause, attempt, node, state, step, ended_at, source, taken_at, schema_version,"
                + " tables, table_count, row_count, file, bytes, sha256, deleted_at)"
                + " values ('HAND', 1, 'test', 'VALID', 'retain', now(), 'PRIMARY', now(), '1',"
                + " '{}', 0, 0, 'deleted.tar.age', 1, 'none', now()) returning id");
  }

  private long archiveImport() {
    return Sql.superuser()
        .number(
            "insert into archive_imports (id, file_name, name, asked_by, asked_at, node, state,"
                + " rows_done, row_count, heartbeat_at, ended_at, problem)"
                + " values (nextval('ids'), 'a.zip', 'A', ?, now(), 'test/1', 'FAILED', 0, 1, now(),"
                + " now(), 'archive.damaged') returning id",
            shop.userId());
  }

  private static long restore() {
    return Sql.operations()
        .number(
            "insert into restores (backup_id, node, state, step, problem, ended_at)"
                + " values (?, 'test', 'FAILED', 'side', 'A test', now()) returning id",
            backup());
  }

  private long restoration() {
    return Sql.operations()
        .number(
            "insert into restorations (business_id, business, backup_id, taken_at, asked_by, state, problem, ended_at)"
                + " values (?, 'A shop', ?, now(), ?, 'FAILED', 'restoration.stopped', now()) returning id",
            shop.businessId(),
            backup(),
            shop.userId());
  }
}
