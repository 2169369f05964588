package org.tradehall.identity.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Edge|Windows|Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like"
            + " Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
        "Chrome|Android|Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/140.0 Mobile Safari/537.36",
        "Safari|iPhone|Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
        "Firefox|Linux|Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "Safari|macOS|Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML,"
            + " like Gecko) Version/18.0 Safari/605.1.15"
      })
  void browsers_are_told_apart(String browser, String system, String agent) {
    assertThat(Device.of(agent)).isEqualTo(new Device(browser, system));
  }

  @Test
  void what_says_nothing_stays_unknown() {
    assertThat(Device.of("")).isEqualTo(new Device("", ""));
  }
}
