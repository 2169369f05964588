package org.tradehall.backup.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tradehall.backup.service.PostgresTools.Tools;

class PostgresToolsTest {

  @Test
  void saysWhatToInstallWhereThereIsNothing() {
    assertThat(PostgresTools.missing(17, List.of()))
        .startsWith("pg_dump is not on this machine: install PostgreSQL 17's client programs")
        .contains("postgresql-client-17", "TRADEHALL_PG_BIN");
  }

  @Test
  void saysWhatToInstallWhereItIsTooOld() {
    var old = new Tools(Path.of("/usr/bin"), 15, "15.2");
    assertThat(PostgresTools.missing(17, List.of(old)))
        .startsWith("pg_dump here is of version 15.2, older than the server");
  }

  @Test
  void tellsHowAProgramFailedInItsOwnWords() {
    var failing = List.of("sh", "-c", "echo the disk is full >&2; exit 3");
    assertThatThrownBy(() -> PostgresTools.run(failing, Map.of()))
        .isInstanceOf(OperationFailed.class)
        .hasMessage("sh ended with 3: the disk is full");
  }
}
