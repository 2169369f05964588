package org.tradehall.mail.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LetterTest {

  private static Letter letter(String name, String url) {
    var mail = new Mail("a@b.example", Locale.ENGLISH, "identity.changed", List.of(name), null);
    return Letter.of(mail, url, "https://shop.example/");
  }

  @Test
  void it_is_written_twice_with_the_way_on_in_both() {
    var letter = letter("Nora", "https://shop.example/forgot?a=1&b=2");
    assertThat(letter.text())
        .contains("Hello Nora,", "https://shop.example/forgot?a=1&b=2")
        .endsWith("Sent by the Tradehall at https://shop.example/.\n");
    assertThat(letter.page())
        .contains("Hello Nora,", "href=\"https://shop.example/forgot?a=1&amp;b=2\"");
  }

  @Test
  void a_name_is_text_and_nothing_else() {
    var letter = letter("<img src=x onerror=\"alert(1)\">{1}", null);
    assertThat(letter.page()).doesNotContain("<img").contains("&lt;img src=x");
    assertThat(letter.text()).contains("{1}");
  }

  @Test
  void a_name_cannot_begin_a_line() {
    var letter = letter("Eve\r\nBcc: all@example.org", null);
    assertThat(letter.text()).contains("Hello Eve Bcc: all@example.org,");
    assertThat(letter.subject()).doesNotContain("\r", "\n");
  }
}
