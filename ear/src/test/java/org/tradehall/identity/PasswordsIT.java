package org.tradehall.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Visitor;

/** What a password may consist of, that all of it counts, and how it is kept. */
class PasswordsIT {

  private static final String PHRASE = "grün 漢字 🛒 Ωmega and # ' \" \\ < & spaces";

  private final String email = UUID.randomUUID() + "@example.org";

  @BeforeEach
  void forgetAttempts() {
    Sql.superuser().run("delete from login_attempts");
  }

  @Test
  void any_character_counts_and_is_kept_as_it_was_typed() {
    signUp(PHRASE);
    assertThat(logIn(PHRASE)).isTrue();
    assertThat(logIn(PHRASE.replace("漢", "?"))).isFalse();
    assertThat(logIn(PHRASE.replace("ü", "u"))).isFalse();
    assertThat(logIn(PHRASE.strip().replace("  ", " ") + " ")).isFalse();
  }

  @Test
  void all_of_a_hundred_and_twenty_eight_characters_counts_and_one_more_is_refused() {
    var longest = "a quite long phrase: ".repeat(6) + "ab";
    assertThat(longest).hasSize(128);
    assertThat(signUp(longest + "c").body()).contains("128");
    signUp(longest);
    assertThat(logIn(longest)).isTrue();
    assertThat(logIn(longest.substring(0, 127) + "c")).isFalse();
    assertThat(logIn(longest.substring(0, 127))).isFalse();
  }

  @Test
  void neither_composition_nor_age_is_asked_for() {
    var lower = "harbour lantern quietly";
    signUp(lower);
    Sql.superuser()
        .run("update users set created_at = now() - interval '5 years' where email = ?", email);
    assertThat(logIn(lower)).isTrue();
  }

  @Test
  void what_is_kept_is_a_slow_hash_with_a_salt_of_its_own() {
    signUp(PHRASE);
    var parts = hash().split(":", -1);
    assertThat(parts[0]).isEqualTo("PBKDF2WithHmacSHA512");
    assertThat(Integer.parseInt(parts[1])).isGreaterThanOrEqualTo(210_000);
    assertThat(java.util.Base64.getDecoder().decode(parts[2])).hasSizeGreaterThanOrEqualTo(32);
  }

  @Test
  void another_address_takes_the_password() {
    var shop = Shop.open();
    var person = new Visitor();
    person.logIn(shop.email(), Shop.PASSWORD);
    var refused =
        person.submit(
            "account/email", "save", Map.of("email", email, "password", "not my password at all"));
    assertThat(refused.statusCode()).isEqualTo(200);
    assertThat(refused.body()).contains("This is not your current password.");
    assertThat(Sql.superuser().number("select count(*) from mails where recipient = ?", email))
        .isZero();
  }

  private java.net.http.HttpResponse<String> signUp(String password) {
    return new Visitor()
        .submit("signup", "signUp", Map.of("name", "Nora", "email", email, "password", password));
  }

  private boolean logIn(String password) {
    Sql.superuser().run("delete from login_attempts");
    return new Visitor().logIn(email, password).statusCode() == 302;
  }

  private String hash() {
    return Sql.superuser().column("select password_hash from users where email = ?", email).get(0);
  }
}
