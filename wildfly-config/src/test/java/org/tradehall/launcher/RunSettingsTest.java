package org.tradehall.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tradehall.launcher.Database.Address;

class RunSettingsTest {

  private static final Path CHECKOUT = Path.of("/checkout");

  private static final Map<String, String> PASSWORDS =
      Map.of(
          "TRADEHALL_OWNER_PASSWORD", "o",
          "TRADEHALL_DB_PASSWORD", "a",
          "TRADEHALL_PLATFORM_PASSWORD", "p",
          "TRADEHALL_BACKUP_PASSWORD", "b",
          "TRADEHALL_OPERATOR_PASSWORD", "r");

  private static RunSettings settings(
      Map<String, String> properties, Map<String, String> environment) {
    return RunSettings.from(properties::get, environment, CHECKOUT);
  }

  @Test
  void needsNothing() {
    var settings = settings(Map.of(), Map.of());
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.data()).isEqualTo(Path.of("/checkout/.data"));
    assertThat(settings.own()).isEmpty();
    assertThat(settings.console()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "0", "-1", "65536", "80 80"})
  void refusesWhatIsNoPort(String port) {
    assertThatThrownBy(() -> settings(Map.of("tradehall.port", port), Map.of()))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("tradehall.port");
  }

  @Test
  void takesOwnServers() {
    var database =
        settings(
                Map.of(
                    "tradehall.db.url", "jdbc:postgresql://db.example:5433/shop",
                    "tradehall.replica.url", "jdbc:postgresql://replica.example/shop"),
                PASSWORDS)
            .own()
            .orElseThrow();
    assertThat(database.primary()).isEqualTo(new Address("db.example", 5433));
    assertThat(database.replica()).isEqualTo(new Address("replica.example", 5432));
    assertThat(database.name()).isEqualTo("shop");
    assertThat(database.environment()).doesNotContainValue("o");
  }

  @Test
  void putsDemoUsersIntoAnOwnDatabaseOnlyWhenAsked() {
    var url = "jdbc:postgresql://db.example/shop";
    assertThat(settings(Map.of(), Map.of()).demo()).isTrue();
    assertThat(settings(Map.of("tradehall.db.url", url), PASSWORDS).demo()).isFalse();
    assertThat(
            settings(Map.of("tradehall.db.url", url, "tradehall.demo", "true"), PASSWORDS).demo())
        .isTrue();
  }

  @Test
  void withoutAReplicaThePrimaryServesReads() {
    var own =
        settings(Map.of("tradehall.db.url", "jdbc:postgresql://db.example/shop"), PASSWORDS).own();
    assertThat(own.orElseThrow().replica()).isEqualTo(new Address("db.example", 5432));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://h/d",
        "jdbc:mysql://h/d",
        "jdbc:postgresql://h",
        "jdbc:postgresql://h/",
        "jdbc:postgresql:///d"
      })
  void refusesOtherUrls(String url) {
    assertThatThrownBy(() -> settings(Map.of("tradehall.db.url", url), PASSWORDS))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("jdbc:postgresql://host:port/database");
  }

  @Test
  void namesTheMissingPassword() {
    assertThatThrownBy(
            () -> settings(Map.of("tradehall.db.url", "jdbc:postgresql://h/d"), Map.of()))
        .hasMessageContaining("TRADEHALL_DB_PASSWORD");
  }
}
