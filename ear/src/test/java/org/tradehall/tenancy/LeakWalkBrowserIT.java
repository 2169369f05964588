package org.tradehall.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Api;
import org.tradehall.harness.InBrowser;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/**
 * Walks through everything that the application offers, as people of one business with the ids of
 * another: every page of the war and every operation of the OpenAPI document. Nothing of the other
 * business may show, and its ids are not found. What is new and not in the tables below fails the
 * walk: whoever adds a page or an operation says here how it is walked.
 */
class LeakWalkBrowserIT extends InBrowser {

  /** In every name of the other business, and nowhere else. */
  private static final String MARK = "Zyzzyva";

  private static final String[] ROLES = {
    "OWNER", "MANAGER", "CASHIER", "STOCK_KEEPER", "ACCOUNTANT", "VIEWER"
  };

  /** Pages that show one thing, and of what kind it is; the others show lists or empty forms. */
  private static final Map<String, String> PAGES_OF_ONE =
      Map.ofEntries(
          Map.entry("app/customers/edit", "customer"),
          Map.entry("app/customers/privacy", "customer"),
          Map.entry("app/expenses/show", "expense"),
          Map.entry("app/settings/log-entry", "log"),
          Map.entry("app/products/edit", "product"),
          Map.entry("app/sales/show", "sale"),
          Map.entry("app/imports/show", "import"),
          Map.entry("app/imports/progress", "import"),
          Map.entry("app/imports/report", "import"),
          Map.entry("app/settings/member", "member"),
          Map.entry("app/settings/role", "role"),
          Map.entry("app/settings/branch", "branch"));

  /** Pages that show a business's lists and figures, or empty forms. */
  private static final List<String> PAGES_OF_MANY =
      List.of(
          "app/customers/index",
          "app/customers/new",
          "app/dashboard",
          "app/expenses/index",
          "app/expenses/new",
          "app/imports/index",
          "app/imports/new",
          "app/products/index",
          "app/products/new",
          "app/sales/index",
          "app/sales/new",
          "app/search",
          "app/settings/api-keys",
          "app/settings/branches",
          "app/settings/business",
          "app/settings/log",
          "app/settings/members",
          "app/settings/mine",
          "app/settings/profile",
          "app/settings/roles");

  /** Pages outside businesses: of a person's own account, of the way in, and errors. */
  private static final Pattern OUTSIDE =
      Pattern.compile(
          "account/.*|errors/.*|index|login.*|signup|setup|invitation|forgot|reset|confirm-email");

  /** Panels of the platform staff, which nobody else gets into. */
  private static final Pattern PANELS = Pattern.compile("(platform|admin)/.*");

  /** Operations on one thing, and of what kind it is. */
  private static final Map<String, String> OPERATIONS_ON_ONE =
      Map.ofEntries(
          Map.entry("GET /products/{id}", "product"),
          Map.entry("PUT /products/{id}", "product"),
          Map.entry("GET /customers/{id}", "customer"),
          Map.entry("PUT /customers/{id}", "customer"),
          Map.entry("GET /sales/{id}", "sale"),
          Map.entry("GET /sales/{id}/returns", "sale"),
          Map.entry("POST /sales/{id}/returns", "sale"),
          Map.entry("GET /expenses/{id}", "expense"),
          Map.entry("POST /expenses/{id}/approve", "expense"),
          Map.entry("POST /expenses/{id}/reject", "expense"),
          Map.entry("POST /expenses/{id}/cancel", "expense"),
          Map.entry("POST /expenses/{id}/withdraw", "expense"),
          Map.entry("GET /imports/{id}", "import"),
          Map.entry("GET /imports/{id}/report", "import"),
          Map.entry("GET /imports/{id}/totals", "import"),
          Map.entry("POST /imports/{id}/execution", "import"),
          Map.entry("DELETE /imports/{id}/execution", "import"));

  private static final List<String> OPERATIONS_ON_MANY =
      List.of(
          "GET /products",
          "POST /products",
          "GET /customers",
          "POST /customers",
          "GET /sales",
          "POST /sales",
          "GET /expenses",
          "POST /expenses",
          "GET /imports",
          "POST /imports",
          "GET /health");

  private final Shop ours = Shop.open();
  private final Shop theirs = Shop.open(Shop.Terms.USUAL.named(MARK + " Trading"));
  private final Map<String, Long> foreign = new TreeMap<>();

  @BeforeEach
  void furnishTheOtherBusiness() {
    var product = theirs.goods(MARK + "-mug", "10", 10);
    var customer = theirs.customer(MARK + "-customer");
    var sale =
        theirs
            .api()
            .post(
                "sales",
                """
                {"customerId": %d, "note": "%s", "lines": [{"productId": %d, "quantity": 1}]}"""
                    .formatted(customer, MARK, product));
    var file = "sku,name\n" + MARK + "-2," + MARK + "\n";
    var upload =
        theirs
            .api()
            .send(
                "POST",
                "imports?mapping=products&column.barcode=&column.kind=&column.price="
                    + "&column.cost=&column.tax=&column.active=&column.stock=&file="
                    + MARK
                    + ".csv",
                BodyPublishers.ofString(file),
                "Content-Type",
                "text/csv");
    assertThat(sale.status()).as(sale.toString()).isEqualTo(201);
    assertThat(upload.status()).as(upload.toString()).isEqualTo(201);
    foreign.put("expense", theirs.expense(MARK, "1"));
    foreign.put("product", product);
    foreign.put("customer", customer);
    foreign.put("sale", sale.id());
    foreign.put("import", upload.id());
    foreign.put("member", theirs.employ("CASHIER").membershipId());
    foreign.put("role", theirs.role("sale.view", null, false, false));
    foreign.put("branch", theirs.branchId());
    foreign.put(
        "log",
        Sql.superuser()
            .number("select min(id) from system_logs where business_id = ?", theirs.businessId()));
    Sql.superuser()
        .run("update roles set name = ? where id = ?", MARK + " role", foreign.get("role"));
  }

  @Test
  void no_operation_tells_or_touches_anything_of_another_business() {
    var operations = operations();
    var known = new TreeSet<>(OPERATIONS_ON_ONE.keySet());
    known.addAll(OPERATIONS_ON_MANY);
    assertThat(operations).as("operations that the walk does not know").containsAll(known);
    assertThat(known).as("operations that the walk knows").containsAll(operations);

    for (var role : ROLES) {
      var api = "OWNER".equals(role) ? ours.api() : ours.employ(role).api();
      OPERATIONS_ON_ONE.forEach(
          (operation, kind) -> {
            var answer = call(api, operation, foreign.get(kind));
            assertThat(answer.status()).as(role + " " + operation + ": " + answer).isIn(404, 403);
            assertThat(answer.body()).as(role + " " + operation).doesNotContain(MARK);
            if ("OWNER".equals(role)) {
              assertThat(answer.status()).as(operation).isEqualTo(404);
            }
          });
      for (var operation : OPERATIONS_ON_MANY) {
        if (operation.startsWith("GET ")) {
          for (var query :
              new String[] {"", "?q=" + MARK, "?customer=" + foreign.get("customer")}) {
            assertThat(api.get(path(operation) + query).body())
                .as(role + " " + operation + query)
                .doesNotContain(MARK);
          }
        }
      }
    }
  }

  @Test
  void a_document_cannot_name_anything_of_another_business() {
    var mug = ours.goods("mug", "10", 10);
    for (var cart :
        new String[] {
          "{\"lines\": [{\"productId\": %d, \"quantity\": 1}], \"payments\": []}"
              .formatted(foreign.get("product")),
          "{\"customerId\": %d, \"lines\": [{\"productId\": %d, \"quantity\": 1}]}"
              .formatted(foreign.get("customer"), mug),
          "{\"branchId\": %d, \"lines\": [{\"productId\": %d, \"quantity\": 1}]}"
              .formatted(foreign.get("branch"), mug)
        }) {
      var answer = ours.api().post("sales", cart);
      assertThat(answer.status()).as(cart).isEqualTo(422);
      assertThat(answer.body()).doesNotContain(MARK);
    }
    assertThat(ours.count("sales")).isZero();
    for (var more :
        new String[] {
          ", \"branchId\": " + foreign.get("branch"), ", \"taxRateId\": " + theirs.taxRateId()
        }) {
      var answer =
          ours.api()
              .post(
                  "expenses",
                  "{\"category\": \"RENT\", \"payee\": \"x\", \"amount\": 1, \"method\": \"CASH\"%s}"
                      .formatted(more));
      assertThat(answer.status()).as(more).isEqualTo(422);
      assertThat(answer.body()).doesNotContain(MARK);
    }
    assertThat(ours.count("expenses")).isZero();
  }

  @Test
  void no_page_shows_anything_of_another_business() throws IOException {
    expect("40[34]");
    var pages = new ArrayList<String>();
    for (var each : pages()) {
      if (!OUTSIDE.matcher(each).matches()) {
        pages.add(each);
      }
    }
    assertThat(pages)
        .as("pages that the walk does not know")
        .allMatch(
            each ->
                PAGES_OF_ONE.containsKey(each)
                    || PAGES_OF_MANY.contains(each)
                    || PANELS.matcher(each).matches());
    assertThat(pages).containsAll(PAGES_OF_ONE.keySet()).containsAll(PAGES_OF_MANY);

    for (var role : ROLES) {
      session().clearCookies();
      open("app/dashboard");
      logIn("OWNER".equals(role) ? ours.email() : ours.employ(role).email(), Shop.PASSWORD);
      page.waitForURL(Pattern.compile("/app/"));
      pages.forEach(each -> walk(role, each));
    }
  }

  private void walk(String role, String each) {
    var id = PAGES_OF_ONE.containsKey(each) ? foreign.get(PAGES_OF_ONE.get(each)) : null;
    var address =
        Pattern.compile("/?index$").matcher(each).replaceAll("/")
            + (id == null
                ? "?q=" + MARK.substring(0, 4) + "&customer=" + foreign.get("customer")
                : "?id=" + id);
    var answer =
        session()
            .request()
            .get(Tradehall.url(address).toString(), RequestOptions.create().setMaxRedirects(0));
    var what = role + " " + address + " " + answer.status();
    assertThat(answer.text()).as(what).doesNotContain(MARK);
    if (PANELS.matcher(each).matches()) {
      assertThat(answer.status()).as(what).isEqualTo(403);
    } else if (id != null) {
      assertThat(answer.status())
          .as(what)
          .isIn("OWNER".equals(role) ? List.of(404) : List.of(404, 403));
    } else {
      // A list that is narrowed to a customer whom it cannot find says so.
      assertThat(answer.status()).as(what).isIn(200, 403, 404);
    }
  }

  private static Api.Answer call(Api api, String operation, Long id) {
    var method = operation.substring(0, operation.indexOf(' '));
    return api.send(
        method,
        path(operation).replace("{id}", id.toString()),
        BodyPublishers.ofString("GET DELETE".contains(method) ? "" : body(operation)));
  }

  /** Well-formed, so that the id is what is refused. */
  private static String body(String operation) {
    return switch (operation) {
      case "PUT /products/{id}" ->
          """
          {"sku": "x", "name": "x", "kind": "GOODS", "price": 1, "active": true}""";
      case "PUT /customers/{id}" -> "{\"code\": \"x\", \"name\": \"x\"}";
      case "POST /sales/{id}/returns" ->
          """
          {"lines": [{"line": 1, "quantity": 1}], "reason": "x"}""";
      case "POST /expenses/{id}/approve",
          "POST /expenses/{id}/reject",
          "POST /expenses/{id}/cancel",
          "POST /expenses/{id}/withdraw" ->
          "{\"reason\": \"x\"}";
      default -> "";
    };
  }

  private static String path(String operation) {
    return operation.substring(operation.indexOf('/') + 1);
  }

  private Set<String> operations() {
    var document =
        session()
            .request()
            .get(
                Tradehall.url("openapi").toString(),
                RequestOptions.create().setHeader("Accept", "application/json"))
            .text();
    var operations = new TreeSet<String>();
    JsonNode paths = new Api.Answer(200, null, document).json().at("/paths");
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            operations.add(
                                method.toUpperCase(java.util.Locale.ROOT)
                                    + " "
                                    + path.getKey().replaceFirst("^/api/v1", ""))));
    return operations;
  }

  /** The pages in the built war, without their suffix. */
  private static List<String> pages() throws IOException {
    var pages = new ArrayList<String>();
    var application = Path.of(System.getProperty("tradehall.it.application"));
    try (var ear = new ZipFile(application.toFile());
        var war = new ZipInputStream(ear.getInputStream(ear.getEntry("web.war")))) {
      for (var entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
        var name = entry.getName();
        if (name.endsWith(".xhtml")
            && !name.startsWith("WEB-INF/")
            && !name.startsWith("resources/")) {
          pages.add(name.replace(".xhtml", ""));
        }
      }
    }
    return pages;
  }
}
