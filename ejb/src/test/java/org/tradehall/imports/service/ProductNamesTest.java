package org.tradehall.imports.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProductNamesTest {

  private final ProductNames names = new ProductNames();

  @Test
  void theLastNameOnARowWithAPriceCounts() {
    add("OLD NAME", "2.5");
    add("NEW NAME", "2.95");
    add("damaged", "0");
    add("wrong code?", "1");
    add("", "3");
    assertThat(names.name("A")).isEqualTo("NEW NAME");
    assertThat(names.price("A")).isEqualByComparingTo("3");
  }

  @Test
  void failingThatTheFirstRemarkThatIsNoQuestion() {
    add("?", "0");
    add("found", "0");
    add("lost", "0");
    assertThat(names.name("A")).isEqualTo("found");
    assertThat(names.price("A")).isZero();
  }

  @Test
  void failingThatTheCode() {
    add("??", "0");
    assertThat(names.name("A")).isEqualTo("A");
    assertThat(names.name("unheard of")).isEqualTo("unheard of");
  }

  private void add(String name, String price) {
    names.add(
        new SaleLine(
            2,
            "1",
            "A",
            name,
            BigDecimal.ONE,
            Instant.EPOCH,
            new BigDecimal(price),
            "",
            "",
            false,
            false));
  }
}
