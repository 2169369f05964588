package org.tradehall.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PasskeysTest {

  @Test
  void the_origin_is_written_as_browsers_write_it() {
    assertThat(Passkeys.origin(URI.create("https://shop.example/")))
        .isEqualTo("https://shop.example");
    assertThat(Passkeys.origin(URI.create("https://shop.example:443/")))
        .isEqualTo("https://shop.example");
    assertThat(Passkeys.origin(URI.create("http://localhost:8080/")))
        .isEqualTo("http://localhost:8080");
  }
}
