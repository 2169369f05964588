package org.tradehall.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small parts of the launcher. */
class LauncherTest {

  @TempDir Path temp;

  @Test
  void readsTheMajorVersion() {
    assertThat(PostgresBinaries.majorIn("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"))
        .hasValue(15);
    assertThat(PostgresBinaries.majorIn("postgres (PostgreSQL) 18beta1")).hasValue(18);
    assertThat(PostgresBinaries.majorIn("no such program")).isEmpty();
  }

  @Test
  void aStandbyGetsNoFilesThatItMakesItself() {
    assertThat(Standby.isCopied(Path.of("base/5/1259"))).isTrue();
    assertThat(Standby.isCopied(Path.of("pg_wal"))).isTrue();
    assertThat(Standby.isCopied(Path.of("pg_wal/000000010000000000000001"))).isFalse();
    assertThat(Standby.isCopied(Path.of("pg_replslot/tradehall_standby"))).isFalse();
    assertThat(Standby.isCopied(Path.of("postmaster.pid"))).isFalse();
  }

  @Test
  void passwordsStayAndAreForTheOwnerOnly() throws IOException {
    var first = new Secrets(temp).get("tradehall_app");
    assertThat(first).hasSizeGreaterThan(30);
    assertThat(new Secrets(temp).get("tradehall_app")).isEqualTo(first);
    assertThat(new Secrets(temp).get("tradehall_owner")).isNotEqualTo(first);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(temp.resolve("secrets.properties"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aLoginDoesNotShowItsPassword() {
    assertThat(new Database.Login("tradehall_app", "secret")).asString().isEqualTo("tradehall_app");
  }

  @Test
  void writesConsoleUsersAsTheServerReadsThem() {
    // As the server's add-user.sh writes it.
    assertThat(ConsoleUser.line(new Database.Login("admin", "admin")))
        .isEqualTo("admin=c22052286cd5d72239a90fe193737253");
    assertThatThrownBy(() -> ConsoleUser.add(new Database.Login("admin", "short"), temp))
        .hasMessageContaining("at least 8 characters");
  }

  @Test
  void namesTheReasonOfAFailure() {
    assertThatThrownBy(
            () ->
                new Command(List.of("sh", "-c", "echo one; echo fatal error: two; exit 3"))
                    .run(Duration.ofSeconds(9)))
        .isInstanceOf(LaunchException.class)
        .hasMessage("sh failed: fatal error: two");
    assertThatThrownBy(() -> new Command(List.of("/no/such/program")).run(Duration.ofSeconds(9)))
        .hasMessageContaining("could not be run");
    assertThat(Command.of(List.of("unshare", "--user"), List.of("echo", "yes")).line()).hasSize(4);
  }

  @Test
  void seesATakenPort() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
      assertThat(Ports.freeOr(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
    }
  }

  @Test
  void administratorsMigrateWithTheEnvironment() {
    var passwords = Map.of("TRADEHALL_OWNER_PASSWORD", "x", "TRADEHALL_OPERATOR_PASSWORD", "y");
    var database = Migration.fromEnvironment(passwords);
    assertThat(database.primary()).isEqualTo(new Database.Address("127.0.0.1", 5432));
    assertThat(database.owner().user()).isEqualTo("tradehall_owner");
    assertThatThrownBy(() -> Migration.fromEnvironment(Map.of()))
        .hasMessageContaining("TRADEHALL_OWNER_PASSWORD");
  }

  @Test
  void waitingEnds() {
    assertThat(Waiting.until(Duration.ofMillis(1), () -> false)).isFalse();
    assertThat(Waiting.until(Duration.ZERO, () -> true)).isTrue();
  }
}
