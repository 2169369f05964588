package org.tradehall.imports.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tradehall.imports.service.ImportField.BARCODE;
import static org.tradehall.imports.service.ImportField.NAME;
import static org.tradehall.imports.service.ImportField.SKU;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;

class SourceRowsTest {

  private static final ImportMapping PRODUCTS = ImportMapping.named("products");

  @Test
  void columnsAreFoundByTheirHeadingsInAnyOrder() throws IOException {
    var rows = read("Name , barcode,SKU\nTea,0012,007\n", PRODUCTS);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).number()).isEqualTo(2);
    assertThat(rows.get(0).text(SKU)).isEqualTo("007");
    assertThat(rows.get(0).text(NAME)).isEqualTo("Tea");
    assertThat(rows.get(0).text(BARCODE)).isEqualTo("0012");
  }

  @Test
  void aMissingColumnIsNamedTogetherWithThoseFound() {
    assertThatThrownBy(() -> read("sku;name\n1;Tea\n", PRODUCTS))
        .isInstanceOfSatisfying(
            FileProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("imports.column-missing");
              assertThat(problem.arguments()).isEqualTo(List.of("sku, name", "sku;name"));
            });
  }

  @Test
  void aColumnThatIsThereTwiceIsRefused() {
    assertThatThrownBy(() -> read("sku,name,SKU\n", PRODUCTS)).hasMessageContaining("column-twice");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThatThrownBy(() -> read("", PRODUCTS)).hasMessageContaining("file-empty");
    assertThatThrownBy(() -> read("\n\n", PRODUCTS)).hasMessageContaining("file-empty");
  }

  @Test
  void aQuoteThatIsNeverClosedIsRefusedWithItsRow() {
    assertThatThrownBy(() -> read("sku,name\n1,Tea\n2,\"Coffee\n3,Milk\n", PRODUCTS))
        .isInstanceOfSatisfying(
            FileProblem.class, problem -> assertThat(problem.arguments()).isEqualTo(List.of(3)));
  }

  @Test
  void shortRowsLackTheirLastValues() throws IOException {
    var rows = read("sku,name\n1\n", PRODUCTS);
    assertThat(rows.get(0).text(NAME)).isEmpty();
    assertThatThrownBy(() -> rows.get(0).required(NAME)).hasMessageContaining("value-missing");
  }

  @Test
  void delimiterAndColumnNamesComeFromTheMapping() throws IOException {
    var mapping = PRODUCTS.with(Map.of("delimiter", "tab", "column.sku", "Artikel"));
    assertThat(read("name\tArtikel\nTea, green\t01\n", mapping).get(0).text(NAME))
        .isEqualTo("Tea, green");
  }

  @Property(tries = 200)
  void anyTextSurvivesTheFileAndTheDatabase(
      @ForAll @StringLength(min = 1, max = 40) String sku, @ForAll String name) throws IOException {
    var csv =
        CSVFormat.RFC4180.format("sku", "name") + "\r\n" + CSVFormat.RFC4180.format(sku, name);
    var bytes = csv.getBytes(UTF_8);
    var expected = new String(name.getBytes(UTF_8), UTF_8).strip();
    var row = read(new String(bytes, UTF_8), PRODUCTS).get(0);
    assertThat(row.text(NAME)).isEqualTo(expected);
    if (accepted(row)) {
      assertThat(SourceRow.parse(2, row.content()).text(NAME)).isEqualTo(expected);
    }
  }

  private static boolean accepted(SourceRow row) {
    try {
      row.check();
      return true;
    } catch (RowProblem e) {
      return false;
    }
  }

  static List<SourceRow> read(String csv, ImportMapping mapping) throws IOException {
    var file = SourceFile.receive(new ByteArrayInputStream(csv.getBytes(UTF_8)));
    var read = new ArrayList<SourceRow>();
    try (var rows = SourceRows.open(file, mapping)) {
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        read.add(row.get());
      }
    }
    return read;
  }
}
