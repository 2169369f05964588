package org.tradehall.imports.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportReportTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '!',
      value = {
        "007         | \"007\"",
        "say \"hi\"  | \"say \"\"hi\"\"\"",
        "=1+1        | \"'=1+1\"",
        "@SUM(A1)    | \"'@SUM(A1)\"",
        "-1          | \"'-1\"",
        "a=b         | \"a=b\""
      })
  void noTextBecomesAFormula(String text, String expected) {
    assertThat(ImportReport.quoted(text)).isEqualTo(expected);
  }
}
