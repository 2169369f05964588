package org.tradehall.imports.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tradehall.imports.model.ImportKind;
import org.tradehall.shared.model.InvalidException;

class ImportMappingTest {

  static Iterable<String> names() {
    return ImportMapping.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theReadyMadeMappingsAreValid(String name) {
    var mapping = ImportMapping.named(name);
    assertThat(mapping.with(Map.of())).isEqualTo(mapping);
  }

  @Property(tries = 200)
  void aMappingComesBackFromItsText(@ForAll String heading, @ForAll String services) {
    var mapping = ImportMapping.onlineRetail();
    var settings = new java.util.TreeMap<>(mapping.settings());
    settings.put("column.name", heading);
    settings.put("services", services);
    var changed = new ImportMapping(ImportKind.SALES, settings);
    assertThat(ImportMapping.parse(ImportKind.SALES, changed.toText())).isEqualTo(changed);
  }

  @ParameterizedTest
  @CsvSource({
    "delimiter,        ab",
    "delimiter,        '\"'",
    "decimal,          ';'",
    "decimal,          ','",
    "charset,          UTF-9",
    "zone,             Mars/Olympus",
    "date,             bad{",
    "settlement,       maybe",
    "prices,           high",
    "tax,              -1",
    "customer.decimals, cut",
    "column.sku,       ''",
    "column.email,     Mail",
    "colour,           red"
  })
  void settingsThatMakeNoSenseAreRefusedByName(String setting, String value) {
    assertThatThrownBy(() -> ImportMapping.onlineRetail().with(Map.of(setting, value)))
        .isInstanceOfSatisfying(
            InvalidException.class,
            refusal -> assertThat(refusal.violations().get(0).path()).isEqualTo(setting));
  }

  @Test
  void codesOfServicesAreCaseSensitive() {
    assertThat(ImportMapping.onlineRetail().services()).contains("M", "m", "BANK CHARGES");
    assertThat(ImportMapping.onlineRetail().services()).doesNotContain("post");
  }
}
