package org.tradehall.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Apart;
import org.tradehall.harness.Api;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Until;
import org.tradehall.launcher.PostgresServer;

/** What reading from the standby costs, counted in the statements that arrive at the servers. */
class RoundTripsIT {

  private final Apart apart = Apart.running();
  private final Sql primary = apart.superuser();
  private final Sql standby = apart.superuserOnStandby();

  @BeforeEach
  void logStatements() {
    log("all");
  }

  @AfterEach
  void logNoStatements() {
    log("none");
  }

  private void log(String what) {
    for (var server : List.of(primary, standby)) {
      server.run("alter system set log_statement = '" + what + "'");
      server.run("select pg_reload_conf()");
    }
  }

  @Test
  void a_read_without_recent_writes_asks_nobody_for_a_position() {
    var shop = apart.shop();
    var reader = shop.employ("VIEWER");
    var api = shop.apiOf(reader);
    Apart.await("reads go to the standby", () -> apart.readsFromStandby(shop, reader));

    var read = statements(api, "products");
    assertThat(read.onStandby()).anyMatch(line -> line.contains("FROM products"));
    assertThat(read.onPrimary()).noneMatch(line -> line.contains("FROM products"));
    assertThat(read.positions()).isEmpty();
    assertThat(read.onStandby()).filteredOn(line -> line.contains("set_config")).hasSize(2);
  }

  @Test
  void a_read_after_a_write_asks_in_the_statement_that_it_makes_anyway() {
    var shop = apart.shop();
    Apart.await(
        "reads go to the standby", () -> apart.readsFromStandby(shop, shop.employ("VIEWER")));
    shop.customer("W1");
    apart.catchUp();

    var read = statements(shop.api(), "products");
    assertThat(read.positions()).allMatch(line -> line.contains("set_config")).hasSizeLessThan(3);
  }

  /** What a request made the servers do. */
  private record Statements(List<String> onPrimary, List<String> onStandby) {

    /** Questions for a position that were asked for the request and not by the watch. */
    List<String> positions() {
      return java.util.stream.Stream.concat(onPrimary.stream(), onStandby.stream())
          .filter(line -> line.contains("_lsn()"))
          .filter(line -> !line.contains("pg_is_in_recovery()"))
          .filter(line -> !line.contains(": select case"))
          .toList();
    }
  }

  private Statements statements(Api api, String path) {
    assertThat(api.get(path).status()).isEqualTo(200);
    // It has learned a position, which the standby need not have reached.
    apart.catchUp();
    var begin = mark();
    assertThat(api.get(path).status()).isEqualTo(200);
    var end = mark();
    return new Statements(
        between(apart.cluster().primary(), begin, end),
        between(apart.cluster().standby(), begin, end));
  }

  private String mark() {
    var mark = "mark " + UUID.randomUUID();
    primary.run("select '" + mark + "'");
    standby.run("select '" + mark + "'");
    return mark;
  }

  private static List<String> between(PostgresServer server, String begin, String end) {
    // What is logged reaches the file a little later.
    Until.isTrue(Duration.ofSeconds(30), () -> log(server, end).isPresent());
    var lines = log(server, end).orElseThrow();
    return lines.subList(index(lines, begin), index(lines, end)).stream()
        .filter(line -> line.contains("execute "))
        .filter(line -> !line.contains("mark "))
        .toList();
  }

  private static Optional<List<String>> log(PostgresServer server, String mark) {
    try (var logs = Files.list(server.data().resolve("log"))) {
      return logs.map(RoundTripsIT::lines)
          .filter(log -> log.stream().anyMatch(line -> line.contains(mark)))
          .findAny();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int index(List<String> lines, String mark) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i).contains(mark)) {
        return i;
      }
    }
    return 0;
  }

  private static List<String> lines(java.nio.file.Path log) {
    try {
      return Files.readAllLines(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
