package org.tradehall.imports.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradehall.imports.service.SaleLine.Part;

class SaleLineTest {

  private static final ImportMapping RETAIL = ImportMapping.onlineRetail();
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void aRowIsReadExactly() throws RowProblem {
    var line = read(RETAIL, "536365", "085123A", "6", "2010-12-01 08:26:00", "2.5501", "17850.0");
    assertThat(line.sku()).isEqualTo("085123A");
    assertThat(line.quantity()).isEqualByComparingTo("6");
    assertThat(line.unitPrice()).isEqualByComparingTo("2.5501");
    assertThat(line.amount()).isEqualByComparingTo("15.3006");
    assertThat(line.customer()).isEqualTo("17850");
    assertThat(line.part()).isEqualTo(Part.SALE);
  }

  @Test
  void timesAreThoseOfTheFilesZoneInSummerAndWinter() throws RowProblem {
    assertThat(at("2011-01-05 00:30:00")).isEqualTo(Instant.parse("2011-01-05T00:30:00Z"));
    assertThat(at("2011-05-05 00:30:00")).isEqualTo(Instant.parse("2011-05-04T23:30:00Z"));
  }

  @Test
  void withoutAZoneTheBusinesssOwnCounts() throws RowProblem {
    var mapping = RETAIL.with(Map.of("zone", "", "date", "d.M.uuuu"));
    var line = read(mapping, "1", "A", "1", "5.5.2011", "1", "");
    assertThat(line.time()).isEqualTo(Instant.parse("2011-05-04T22:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "536365,  A,    3,  2.5,  SALE",
    "536365,  A,    3,  0,    SALE",
    "536365,  A,   -3,  0,    WRITE_OFF",
    "536365,  A,   -3,  2.5,  RETURN",
    "C536379, A,   -3,  2.5,  RETURN",
    "C536379, A,   -3,  0,    RETURN",
    "C536379, D,   -1,  27.5, RETURN",
    "563187,  B,    1,  -11,  RETURN",
    "563187,  B,   -1,  -11,  SALE"
  })
  void signsTellWhatARowDoes(String document, String sku, String quantity, String price, Part part)
      throws RowProblem {
    var line = read(RETAIL, document, sku, quantity, "2011-01-05 00:30:00", price, "");
    assertThat(line.part()).isEqualTo(part);
  }

  @ParameterizedTest
  @CsvSource({
    "1.23E+12, A,        1,   2011-01-05 00:30:00, 1,      value-scientific",
    "1,        1.23E+12, 1,   2011-01-05 00:30:00, 1,      value-scientific",
    "1,        A,        1e3, 2011-01-05 00:30:00, 1,      value-number",
    "1,        A,        0,   2011-01-05 00:30:00, 1,      quantity-zero",
    "1,        A,        1,   2011-02-31 00:30:00, 1,      value-time",
    "1,        A,        1,   2011-01-05,          1,      value-time",
    "1,        A,        1,   2011-01-05 00:30:00, -1,     price-negative",
    "1,        A,        1,   2011-01-05 00:30:00, '1,50', value-number",
    "1,        A,        1,   2011-01-05 00:30:00, NaN,    value-number",
    "1,        A,        1,   2011-01-05 00:30:00, 12345678901234567890, value-number",
    "1,        A,        1,   2011-01-05 00:30:00, 0.0000001, value-decimals",
    "'',       A,        1,   2011-01-05 00:30:00, 1,      value-missing",
    "1,        '',       1,   2011-01-05 00:30:00, 1,      value-missing"
  })
  void badRowsAreRefusedWithAReason(
      String document, String sku, String quantity, String time, String price, String reason) {
    assertThatThrownBy(() -> read(RETAIL, document, sku, quantity, time, price, ""))
        .isInstanceOfSatisfying(
            RowProblem.class, problem -> assertThat(problem.code()).isEqualTo("imports." + reason));
  }

  @Test
  void controlCharactersAndEndlessValuesAreRefused() {
    assertThatThrownBy(() -> read(RETAIL, "1\u0000", "A", "1", "2011-01-05 00:30:00", "1", ""))
        .hasMessageContaining("value-control");
    assertThatThrownBy(() -> read(RETAIL, "1", "A".repeat(65), "1", "2011-01-05 00:30:00", "1", ""))
        .hasMessageContaining("value-long");
  }

  @Property(tries = 300)
  void numbersWithADecimalCommaKeepTheirValue(
      @ForAll @BigRange(min = "-9999999999", max = "9999999999") @Scale(6) BigDecimal number)
      throws RowProblem {
    var text = number.toPlainString().replace('.', ',');
    var row = row(Map.of(ImportField.QUANTITY, text));
    assertThat(row.decimal(ImportField.QUANTITY, ',')).isEqualByComparingTo(number);
  }

  private static Instant at(String time) throws RowProblem {
    return read(RETAIL, "1", "A", "1", time, "1", "").time();
  }

  private static SaleLine read(
      ImportMapping mapping,
      String document,
      String sku,
      String quantity,
      String time,
      String price,
      String customer)
      throws RowProblem {
    var row =
        row(
            Map.of(
                ImportField.DOCUMENT, document,
                ImportField.SKU, sku,
                ImportField.QUANTITY, quantity,
                ImportField.TIME, time,
                ImportField.PRICE, price,
                ImportField.CUSTOMER, customer));
    return new SaleLine.Reader(mapping, BERLIN).read(row);
  }

  private static SourceRow row(Map<ImportField, String> values) {
    return new SourceRow(2, new EnumMap<>(values));
  }
}
