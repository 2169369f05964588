package org.tradehall.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  @Test
  void free_attempts_cost_nothing_and_the_others_double_up_to_a_quarter_of_an_hour() {
    assertThat(Attempts.pause(-1)).isZero();
    assertThat(Attempts.pause(0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Attempts.pause(5)).isEqualTo(Duration.ofSeconds(32));
    assertThat(Attempts.pause(9)).isEqualTo(Duration.ofSeconds(512));
    assertThat(Attempts.pause(10)).isEqualTo(Duration.ofMinutes(15));
    assertThat(Attempts.pause(100_000)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void the_addresses_of_an_ipv6_network_are_one() {
    assertThat(Attempts.network("2001:db8:1:2:aaaa::1"))
        .isEqualTo(Attempts.network("2001:db8:1:2:bbbb::9"))
        .isNotEqualTo(Attempts.network("2001:db8:1:3::1"));
    assertThat(Attempts.network("192.0.2.1")).isEqualTo("192.0.2.1");
  }
}
