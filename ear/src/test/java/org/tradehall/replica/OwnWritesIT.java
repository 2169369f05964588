package org.tradehall.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tradehall.harness.Apart;
import org.tradehall.harness.Api;
import org.tradehall.harness.AtOnce;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Visitor;

/** Whoever has written reads that, however far the standby is behind; nobody else has to. */
class OwnWritesIT {

  /** {@code -Dtradehall.it.pairs=10000} for a long run. */
  private static final int PAIRS = Integer.getInteger("tradehall.it.pairs", 400);

  private static final int PROGRAMS = 4;
  private static final String POSITION = "Tradehall-Position";

  private final Apart apart = Apart.running();
  private final Shop shop = apart.shop();

  @Test
  void one_reads_what_one_wrote_and_others_a_moment_later() {
    var colleague = shop.apiOf(shop.employ("MANAGER"));
    Apart.await(
        "reads go to the standby", () -> apart.readsFromStandby(shop, shop.employ("VIEWER")));
    apart.catchUp();
    apart.cluster().pauseReplay();
    try {
      var written = shop.api().post("customers", "{\"code\": \"X1\", \"name\": \"Xenia\"}");
      var path = "customers/" + written.id();
      assertThat(shop.api().get(path).status()).isEqualTo(200);
      assertThat(shop.api().get("customers?q=Xenia").text("/total")).isEqualTo("1");

      assertThat(colleague.get(path).status()).as("read from the standby").isEqualTo(404);
      assertThat(colleague.get("customers?q=Xenia").text("/total")).isEqualTo("0");

      assertThat(get(colleague, path, written.header(POSITION)).status())
          .as("with the position that the writer was told")
          .isEqualTo(200);
      assertThat(colleague.get(path).status())
          .as("without it again: what was seen once does not vanish")
          .isEqualTo(200);
    } finally {
      apart.cluster().resumeReplay();
    }
    apart.catchUp();
    assertThat(colleague.get("customers?q=Xenia").text("/total")).isEqualTo("1");
  }

  @Test
  void the_pages_show_what_the_till_has_written_with_a_key_of_the_same_person() {
    var visitor = new Visitor(apart);
    assertThat(visitor.logIn(shop.email(), Shop.PASSWORD).statusCode()).isEqualTo(302);
    apart.catchUp();
    apart.cluster().pauseReplay();
    try {
      assertThat(visitor.get("app/customers/?q=Yolanda").body()).doesNotContain(">Yolanda");
      var answer = shop.api().post("customers", "{\"code\": \"Y1\", \"name\": \"Yolanda\"}");
      assertThat(answer.status()).isEqualTo(201);
      assertThat(visitor.get("app/customers/?q=Yolanda").body()).contains("Yolanda</a>");
    } finally {
      apart.cluster().resumeReplay();
    }
  }

  @Test
  void a_position_is_told_to_who_writes_and_nobody_else_and_junk_is_refused() {
    var written = shop.api().post("customers", "{\"code\": \"Z1\", \"name\": \"Zoe\"}");
    assertThat(written.header(POSITION)).matches("[0-9A-F]+/[0-9A-F]+");
    assertThat(shop.api().get("customers").header(POSITION)).isEmpty();
    for (var junk : new String[] {"", "0", "1/2/3", "G/0", "0/123456789", "-1/0", "0/0;drop"}) {
      var refused = get(shop.api(), "customers", junk);
      assertThat(refused.status()).as(junk).isEqualTo(400);
      assertThat(refused.text("/type")).isEqualTo("urn:tradehall:problem:shared.position");
    }
  }

  @Test
  @Timeout(1800)
  void nobody_reads_less_than_he_wrote_from_a_standby_that_is_two_seconds_behind() {
    var stale = new AtomicInteger();
    delay("2s");
    try {
      AtOnce.run(PROGRAMS, program -> writeAndRead(program, PAIRS / PROGRAMS, stale));
      assertThat(stale).hasValue(0);
    } finally {
      delay("0");
    }
    // The standby close behind: now it is asked, and waited for.
    AtOnce.run(PROGRAMS, program -> writeAndRead(PROGRAMS + program, 100, stale));
    assertThat(stale).hasValue(0);
  }

  /** Half of the programs are of people of their own, half of the same. */
  private Void writeAndRead(int program, int pairs, AtomicInteger stale) {
    var api = program % 2 == 0 ? shop.api() : shop.apiOf(shop.employ("MANAGER"));
    for (int i = 0; i < pairs; i++) {
      var code = "P" + program + "-" + i;
      var body = "{\"code\": \"%s\", \"name\": \"%s\"}".formatted(code, code);
      var written = api.post("customers", body);
      assertThat(written.status()).as(written.toString()).isEqualTo(201);
      var shown = api.get("customers/" + written.id());
      var found = api.get("customers?q=" + code);
      if (shown.status() != 200 || !found.body().contains("\"" + code + "\"")) {
        stale.incrementAndGet();
      }
    }
    return null;
  }

  private void delay(String time) {
    apart.superuserOnStandby().run("alter system set recovery_min_apply_delay = '" + time + "'");
    apart.superuserOnStandby().run("select pg_reload_conf()");
  }

  private static Api.Answer get(Api api, String path, String position) {
    return api.send(
        "GET", path, java.net.http.HttpRequest.BodyPublishers.noBody(), POSITION, position);
  }
}
