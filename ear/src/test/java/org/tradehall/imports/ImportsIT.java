package org.tradehall.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradehall.harness.Api;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;

/** Importing files through the API. */
class ImportsIT {

  private static final String SALES =
      """
      InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
      1,007,?,2,2011-05-31 23:30:00,2.555,17850.0,France
      1,007,TEA,2,2011-05-31 23:31:00,2.555,17850.0,France
      1,POST,POSTAGE,1,2011-05-31 23:30:00,18,17850.0,France
      C2,007,TEA,-1,2011-06-01 10:00:00,2.5,17850.0,France
      3,007,damaged,-5,2011-06-01 10:00:00,0.0,,United Kingdom
      4,M,Manual,1,2011-06-02 10:00:00,9.99,,United Kingdom
      4,m,Manual,1,2011-06-02 10:00:00,0.01,,United Kingdom
      """;

  private final Shop shop = Shop.open();

  @Test
  void sales_returns_write_offs_products_and_customers_come_out() {
    var sent = Upload.of(shop.api(), "mapping=online-retail", SALES).checked();
    assertThat(sent.report("")).contains("\n2,\"1\",CREATED,false,");
    assertThat(shop.count("sales")).isZero();

    var end = sent.executed();

    assertThat(end.at("/outcomes/created").asInt()).isEqualTo(7);
    assertThat(sent.report("")).contains("\n2,\"1\",CREATED,true,");
    assertThat(sent.totals().at("/file")).isEqualTo(sent.totals().at("/booked"));
    assertThat(sent.totals().at("/file/amount").decimalValue()).isEqualByComparingTo("35.72");
    assertThat(column("select external_ref || ' ' || number from sales where business_id = ?"))
        .containsExactlyInAnyOrder("1 S01-2011-000001", "4 S01-2011-000002");
    assertThat(column("select external_ref from sale_returns where business_id = ?"))
        .containsExactly("C2");
    assertThat(column("select external_ref from stock_adjustments where business_id = ?"))
        .containsExactly("3");
    assertThat(
            column("select sku || ' ' || name || ' ' || kind from products where business_id = ?"))
        .containsExactlyInAnyOrder(
            "007 TEA GOODS", "POST POSTAGE SERVICE", "M Manual SERVICE", "m Manual SERVICE");
    assertThat(column("select code || ' ' || country from customers where business_id = ?"))
        .containsExactly("17850 France");
  }

  @Test
  void history_is_settled_and_dated_in_the_branchs_zone() {
    Upload.of(shop.api(), "mapping=online-retail", SALES).checked().executed();
    // 23:30 in London is past midnight in the shop's Berlin.
    assertThat(
            column(
                "select business_date || ' ' || (recorded_at at time zone 'UTC') from sales"
                    + " where external_ref = '1' and business_id = ?"))
        .containsExactly("2011-06-01 2011-05-31 22:30:00");
    assertThat(column("select balance from customer_accounts where business_id = ?"))
        .containsExactly("0.0000");
    assertThat(column("select quantity from inventory where business_id = ?"))
        .containsExactly("-8.000000");
    assertThat(column("select sum(quantity) from stock_movements where business_id = ?"))
        .containsExactly("-8.000000");
  }

  @Test
  void a_limited_key_imports_no_more_than_it_may_do() {
    var key = new Api(Tradehall.server().url(), shop.newKey());
    Sql.superuser()
        .run(
            "update api_keys set permissions = 'import.run' where id ="
                + " (select max(id) from api_keys where business_id = ?)",
            shop.businessId());
    var file = "sku,name\n1,Tea\n";
    var limited = Upload.of(key, "mapping=products", file).checked();
    assertThat(limited.executed().at("/outcomes/errors").asInt()).isEqualTo(1);
    assertThat(shop.count("products")).isZero();

    Upload.of(shop.api(), "mapping=products", file).checked().executed();
    assertThat(shop.count("products")).isEqualTo(1);
  }

  @Test
  void what_stands_on_account_is_owed() {
    Upload.of(shop.api(), "mapping=online-retail&settlement=account", SALES).checked().executed();
    assertThat(column("select balance from customer_accounts where business_id = ?"))
        .containsExactly("25.7200");
  }

  @Test
  void the_same_documents_twice_add_nothing_whatever_the_file_is_called() {
    Upload.of(shop.api(), "mapping=online-retail&file=may.csv", SALES).checked().executed();
    var more = SALES + "5,007,TEA,1,2011-06-03 10:00:00,2.5,,France\n";
    var again = Upload.of(shop.api(), "mapping=online-retail&file=june.csv", more).checked();
    assertThat(again.now().at("/outcomes/skipped").asInt()).isEqualTo(7);

    again.executed();

    assertThat(shop.count("sales")).isEqualTo(3);
    assertThat(shop.count("sale_returns")).isEqualTo(1);
    assertThat(shop.count("stock_adjustments")).isEqualTo(1);
  }

  @Test
  void two_imports_of_the_same_file_at_once_add_it_once() {
    var one = Upload.of(shop.api(), "mapping=online-retail", SALES).checked();
    var other = Upload.of(shop.api(), "mapping=online-retail", SALES).checked();
    one.start();
    other.start();
    one.completed();
    other.completed();
    assertThat(shop.count("sales")).isEqualTo(2);
    assertThat(shop.count("sale_items")).isEqualTo(5);
    assertThat(shop.count("stock_adjustments")).isEqualTo(1);
  }

  @Test
  void a_document_with_a_bad_row_is_left_out_whole_and_the_others_are_taken() {
    var bad = SALES.replace("1,POST,POSTAGE,1,", "1,POST,POSTAGE,one,");
    var sent = Upload.of(shop.api(), "mapping=online-retail", bad).checked();
    assertThat(sent.now().at("/outcomes/errors").asInt()).isEqualTo(3);
    assertThat(sent.report("?outcome=ERROR"))
        .contains("4,\"1\",ERROR,false,\"quantity: “one” is not a number.\"")
        .contains("2,\"1\",ERROR,false,\"Another row of this document is wrong");

    sent.executed();

    assertThat(column("select external_ref from sales where business_id = ?")).containsExactly("4");
  }

  @Test
  void products_are_created_updated_or_left_alone() {
    var first =
        """
        sku;name;price;stock;barcode;kind
        007;Tea <script>alert(1)</script>;1,50;5;00123;goods
        008;=1+1;2;;;service
        1.23E+12;Lost;1;;;
        """;
    var query = "mapping=products&delimiter=%3B&decimal=,";
    var end = Upload.of(shop.api(), query, first).checked().executed();
    assertThat(end.at("/outcomes").toString())
        .isEqualTo("{\"created\":2,\"updated\":0,\"skipped\":0,\"errors\":1}");

    var second = "sku;name;price\n007;Green tea;1,50\n008;=1+1;2\n";
    end = Upload.of(shop.api(), query, second).checked().executed();

    assertThat(end.at("/outcomes").toString())
        .isEqualTo("{\"created\":0,\"updated\":1,\"skipped\":1,\"errors\":0}");
    assertThat(
            column(
                "select sku || '|' || name || '|' || price || '|' || coalesce(barcode, '')"
                    + " from products where business_id = ? order by sku"))
        .containsExactly("007|Green tea|1.5000|00123", "008|=1+1|2.0000|");
    assertThat(column("select quantity from inventory where business_id = ?"))
        .containsExactly("5.000000");
  }

  @Test
  void customers_in_latin_1_come_in_when_the_charset_is_named() {
    var latin = "code,name,email\n01,Käse & Söhne,x@example.org\n02,Bad,nobody\n";
    var answer =
        Upload.send(
            shop.api(),
            "mapping=customers&charset=ISO-8859-1",
            latin.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(answer.status()).isEqualTo(201);
    Upload.of(shop.api(), "mapping=customers", latin).checked().executed();
    assertThat(column("select code || ' ' || name from customers where business_id = ?"))
        .containsExactly("01 Käse & Söhne");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mapping=products                | sku,name\\n1,K\u00e4se  | charset-wrong
          mapping=products                | sku;name\\n1;Tea        | column-missing
          mapping=products                | sku,sku,name\\n1,2,Tea  | column-twice
          mapping=products                | sku,name                | file-empty
          mapping=products                | sku,name\\n1,"Tea       | row-broken
          mapping=wishes                  | sku,name\\n1,Tea        | mapping-unknown
          file=x.csv                      | sku,name\\n1,Tea        | mapping-missing
          mapping=products&colour=red     | sku,name\\n1,Tea        | mapping-setting-unknown
          mapping=products&charset=UTF-9  | sku,name\\n1,Tea        | mapping-value
          mapping=sales&date=bad%7B       | sku,name\\n1,Tea        | mapping-value
          """)
  void what_cannot_be_read_is_refused_with_a_reason(String query, String csv, String reason) {
    var body = csv.replace("\\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
    var answer = Upload.send(shop.api(), query, body);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/errors/0/code")).isEqualTo("imports." + reason);
    assertThat(answer.text("/errors/0/message")).isNotBlank();
    assertThat(shop.count("imports")).isZero();
  }

  @Test
  void more_than_fifty_megabytes_are_refused() {
    var huge = new byte[51 << 20];
    Arrays.fill(huge, (byte) 'x');
    assertThat(Upload.send(shop.api(), "mapping=products", huge).status()).isEqualTo(413);
  }

  @Test
  void a_zip_bomb_is_refused() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      zip.write("sku,name\n".getBytes(StandardCharsets.UTF_8));
      var rows = "1,Tea\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
      for (var i = 0; i < 200; i++) {
        zip.write(rows);
      }
    }
    var answer = Upload.send(shop.api(), "mapping=products", packed.toByteArray());
    assertThat(answer.status()).isIn(413, 422);
    assertThat(shop.count("imports")).isZero();
  }

  @Test
  void an_import_of_another_business_is_not_there() {
    var sent = Upload.of(shop.api(), "mapping=online-retail", SALES).checked();
    var stranger = sent.through(Shop.open().api());
    assertThat(stranger.execute().status()).isEqualTo(404);
    assertThat(stranger.stop().status()).isEqualTo(404);
    assertThat(stranger.report("")).contains("imports.no-such-import");
  }

  @Test
  void an_import_that_is_over_can_be_neither_started_nor_stopped() {
    var sent = Upload.of(shop.api(), "mapping=online-retail", SALES).checked();
    sent.executed();
    assertThat(sent.execute().status()).isEqualTo(422);
    assertThat(sent.stop().status()).isEqualTo(422);
  }

  private java.util.List<String> column(String query) {
    return Sql.superuser().column(query, shop.businessId());
  }
}
