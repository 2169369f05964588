package org.tradehall.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokenTest {

  @Test
  void each_is_random_and_long() {
    var tokens = Stream.generate(Token::random).limit(1_000).toList();
    assertThat(tokens).doesNotHaveDuplicates();
    assertThat(tokens).allMatch(token -> Base64.getUrlDecoder().decode(token).length == 32);
  }

  @Test
  void the_hash_does_not_tell_the_token() {
    var token = Token.random();
    assertThat(Token.hash(token)).hasSize(64).doesNotContain(token);
  }
}
