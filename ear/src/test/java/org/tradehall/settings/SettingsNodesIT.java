package org.tradehall.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Api;
import org.tradehall.harness.Shop;
import org.tradehall.harness.SystemSettings;
import org.tradehall.harness.Tradehall;
import org.tradehall.harness.Until;

/**
 * A value that was set elsewhere. What another server has written is to this one nothing but a row
 * that changed behind its back, so that is what the test does.
 */
class SettingsNodesIT {

  /** More than the time for which a server keeps what it has read, with room for a busy machine. */
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final String TWO_MEGABYTES = "code,name\n" + "x".repeat(2 << 20);

  private final Shop shop = Shop.open();

  @AfterEach
  void nothingStaysSetForTheInstallation() {
    SystemSettings.reset();
  }

  @Test
  void what_another_server_has_set_counts_here_within_seconds() {
    assertThat(upload().text("/code")).isNotEqualTo("imports.file-large");
    SystemSettings.set("import-megabytes", "1");
    var answer = Until.is(SOON, "it is refused", this::upload, refused -> refused.status() == 413);
    assertThat(answer.body()).contains("1 MB");
  }

  private Api.Answer upload() {
    return new Api(Tradehall.server().url(), shop.key())
        .send(
            "POST",
            "imports?mapping=customers",
            BodyPublishers.ofString(TWO_MEGABYTES),
            "Content-Type",
            "text/csv");
  }
}
