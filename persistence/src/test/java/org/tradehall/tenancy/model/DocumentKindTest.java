package org.tradehall.tenancy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DocumentKindTest {

  @Property
  void a_number_names_kind_branch_year_and_place_in_the_series(
      @ForAll @IntRange(min = 1900, max = 9999) int year,
      @ForAll @LongRange(min = 1, max = 99_999_999) long number) {
    var text = DocumentKind.SALE.format("01", year, number);
    assertThat(text).startsWith("S01-" + year + "-").endsWith(String.valueOf(number));
    assertThat(text).hasSizeGreaterThanOrEqualTo("S01-2026-000001".length());
  }

  @Example
  void kinds_cannot_be_mistaken_for_each_other() {
    assertThat(Arrays.stream(DocumentKind.values()).map(kind -> kind.format("01", 2026, 1)))
        .doesNotHaveDuplicates();
  }

  @Example
  void digits_are_the_same_in_every_country() {
    var before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(DocumentKind.SALE.format("01", 2026, 42)).isEqualTo("S01-2026-000042");
    } finally {
      Locale.setDefault(before);
    }
  }
}
