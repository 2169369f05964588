package org.tradehall.imports.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads six months of real sales and compares them with the totals that come with them. */
class OnlineRetailFilesTest {

  private static final Path FILES = Path.of("..", "..", "shared", "data", "online-retail");

  @BeforeAll
  static void filesAreThere() {
    var there = Files.isDirectory(FILES);
    var message = "No real sales data: " + FILES.toAbsolutePath().normalize() + " is absent";
    if (!there) {
      Logger.getLogger(OnlineRetailFilesTest.class.getName()).warning(message);
    }
    assumeTrue(there, message);
  }

  @ParameterizedTest
  @CsvSource({
    "2010-12, 42481, 1699, 326, 823746.14,  -74789.12,  948, 2822, 15631,  70, 273, 537434, 675",
    "2011-01, 35147, 1216, 260, 691364.56,  -131364.30, 783, 2645, 13235,  96, 140, 540551, 502",
    "2011-02, 27707, 1174, 219, 523631.89,  -25569.24,  798, 2431,  7344,  48, 127, 543040, 259",
    "2011-03, 36748, 1665, 318, 717639.36,  -34372.28, 1020, 2562,  8926, 134, 246, 546896, 298",
    "2011-04, 29916, 1504, 240, 537808.621, -44601.50,  899, 2558,  6718, 186, 261, 550458, 333",
    "2011-05, 37030, 1848, 314, 770536.02,  -47202.51, 1079, 2505,  8122, 117, 245, 552232, 284"
  })
  void aMonthHasItsControlTotals(
      String month,
      int rows,
      int invoices,
      int creditNotes,
      String sales,
      String credits,
      int customers,
      int skus,
      int withoutCustomer,
      int negative,
      int free,
      String largest,
      int lines)
      throws IOException {
    var totals = new ControlTotals();
    add(month, totals);

    assertThat(totals.rows()).isEqualTo(rows);
    assertThat(totals.invoices()).isEqualTo(invoices);
    assertThat(totals.creditNotes()).isEqualTo(creditNotes);
    assertThat(totals.sales()).isEqualByComparingTo(sales);
    assertThat(totals.credits()).isEqualByComparingTo(credits);
    assertThat(totals.customers()).hasSize(customers);
    assertThat(totals.skus()).hasSize(skus);
    assertThat(totals.rowsWithoutCustomer()).isEqualTo(withoutCustomer);
    assertThat(totals.negativeRowsOutsideCreditNotes()).isEqualTo(negative);
    assertThat(totals.rowsAtPriceZero()).isEqualTo(free);
    assertThat(totals.linesOfInvoice()).containsEntry(largest, lines);
    assertThat(totals.linesOfInvoice().values()).allMatch(count -> count <= lines);
  }

  @Test
  void allSixMonthsHaveTheirControlTotals() throws IOException {
    var totals = new ControlTotals();
    for (var month :
        new String[] {"2010-12", "2011-01", "2011-02", "2011-03", "2011-04", "2011-05"}) {
      add(month, totals);
    }

    assertThat(totals.rows()).isEqualTo(209_029);
    assertThat(totals.invoices()).isEqualTo(9_106);
    assertThat(totals.creditNotes()).isEqualTo(1_677);
    assertThat(totals.amount()).isEqualByComparingTo("3706827.641");
    assertThat(totals.customers()).hasSize(2_767);
    assertThat(totals.skus()).hasSize(3_514).contains("M", "m", "85123A", "85123a");
  }

  @Test
  void namesAreThoseOfPricedRows() throws IOException {
    var names = new ProductNames();
    for (var month :
        new String[] {"2010-12", "2011-01", "2011-02", "2011-03", "2011-04", "2011-05"}) {
      read(month, names::add);
    }
    var expected =
        Map.of(
            "21258", "VICTORIAN SEWING BOX LARGE",
            "48185", "DOORMAT FAIRY CAKE",
            "AMAZONFEE", "AMAZON FEE",
            "DCGS0055", "DCGS0055");
    assertThat(expected).allSatisfy((sku, name) -> assertThat(names.name(sku)).isEqualTo(name));
  }

  @Test
  void noDocumentMixesSalesAndWriteOffs() throws IOException {
    var parts = new HashSet<String>();
    var documents = new HashSet<String>();
    read(
        "2011-04",
        line -> {
          documents.add(line.document());
          parts.add(line.document() + line.part());
        });
    assertThat(parts).hasSameSizeAs(documents);
  }

  private static void add(String month, ControlTotals totals) throws IOException {
    read(month, totals::add);
  }

  private static void read(String month, Consumer<SaleLine> use) throws IOException {
    var mapping = ImportMapping.onlineRetail();
    var reader = new SaleLine.Reader(mapping, ZoneOffset.UTC);
    try (var upload = Files.newInputStream(FILES.resolve(month + ".csv.gz"));
        var rows = SourceRows.open(SourceFile.receive(upload), mapping)) {
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        use.accept(reader.read(row.get()));
      }
    } catch (RowProblem e) {
      throw new AssertionError(e);
    }
  }
}
