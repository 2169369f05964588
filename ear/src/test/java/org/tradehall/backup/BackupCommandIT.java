package org.tradehall.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.PostgresTools;
import org.tradehall.harness.PostgresTools.Fault;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;
import org.tradehall.harness.Until;

/** The commands of {@code docs/backup.md}, as they stand there, at the server's command line. */
class BackupCommandIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  private static final Pattern RESULT = Pattern.compile("\"result\" => (\\d+)L");

  @Test
  void a_backup_is_started_and_looked_at_by_the_documented_commands() throws Exception {
    var before = Backups.last();
    var started = RESULT.matcher(commandLine(documented("start-job")));
    assertThat(started.find()).isTrue();
    var backup = Backups.endedAfter(before);
    assertThat(backup).containsEntry("problem", null).containsEntry("state", "VALID");
    assertThat(backup)
        .containsEntry("cause", "HAND")
        .containsEntry("asked_by", null)
        .containsEntry("job", Long.valueOf(started.group(1)));

    var shown = commandLine(documented("read-resource"));
    assertThat(shown)
        .contains("\"" + started.group(1) + "\" => {")
        .containsPattern("\"batch-status\" => \"(COMPLETED|STARTED)\"");
  }

  /** As a round has it that looks after backups by the clock. */
  @Test
  void a_turn_that_is_taken_for_a_moment_is_waited_for() throws SQLException {
    var before = Backups.last();
    try (var round = Sql.operations().connect()) {
      Until.isTrue(SOON, "the turn is free", () -> takesTurn(round));
      var execution = Jobs.start(Tradehall.server(), "backup");
      Until.isTrue(SOON, "the job asks for its turn", () -> isInFirstStep(execution));
    }
    assertThat(Backups.endedAfter(before))
        .containsEntry("problem", null)
        .containsEntry("state", "VALID");
  }

  private static boolean takesTurn(Connection round) {
    try {
      return Sql.rows(
              round,
              "select pg_try_advisory_lock(hashtextextended('tradehall-operation', 0)) as taken")
          .get(0)
          .containsValue(true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isInFirstStep(long execution) {
    return Sql.operations()
            .number("select count(*) from step_execution where jobexecutionid = ?", execution)
        > 0;
  }

  @Test
  void one_that_is_stopped_ends_its_program_and_leaves_nothing() {
    var server = Tradehall.server();
    var before = Backups.last();
    try (var hold = new ToolHold(Fault.DUMP_HANGS)) {
      var execution = Jobs.start(server, "backup");
      hold.awaitReached();
      var program = PostgresTools.hanging().orElseThrow();

      Jobs.stop(server, execution);

      var stopped = Backups.endedAfter(before);
      assertThat(stopped).containsEntry("state", "INVALID");
      assertThat(stopped).containsEntry("problem", "dump: Stopped");
      Backups.assertNothingIsLeft();
      assertThat(program.isAlive()).isFalse();
      Until.isTrue(
          SOON,
          "it is shown as stopped",
          () -> Jobs.status(server, "backup", execution).equals("STOPPED"));
    }
  }

  private static String documented(String operation) throws IOException {
    try (var lines = Files.lines(Path.of("../docs/backup.md"))) {
      return lines
          .map(String::strip)
          .filter(line -> line.startsWith("/deployment=") && line.contains(":" + operation))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String commandLine(String command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("tradehall.it.server"), "bin/jboss-cli.sh").toString(),
                "--connect",
                // Its own five seconds are few for a machine that is busy.
                "--timeout=60000",
                "--controller=127.0.0.1:" + Tradehall.server().managementPort(),
                "--command=" + command)
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
