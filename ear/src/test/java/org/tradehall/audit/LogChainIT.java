package org.tradehall.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tradehall.audit.model.LogChain;
import org.tradehall.audit.model.LogFault;
import org.tradehall.audit.model.LogHead;
import org.tradehall.audit.model.LogVerdict;
import org.tradehall.harness.AtOnce;
import org.tradehall.harness.Logs;
import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;
import org.tradehall.harness.Tradehall;
import org.tradehall.launcher.LogVerification;

/** The chain of seals, tampered with in every way by somebody who may do everything. */
class LogChainIT {

  private static final int ENTRIES = 6;

  private final Sql sql = Sql.superuser();
  private final Shop shop = Shop.open();

  @BeforeEach
  void somethingIsDoneAndSealed() {
    IntStream.rangeClosed(1, ENTRIES).forEach(i -> shop.goods("sku-ä-" + i, "1", 0));
    Logs.seal(shop);
  }

  /** No database with a dangling key can be restored, so none is left to the tests of backups. */
  @AfterEach
  void noSealIsLeftWithoutItsEntry() {
    sql.run(
        """
        delete from system_log_seals s where not exists
          (select from system_logs l where l.business_id = s.business_id and l.id = s.log_id)""");
  }

  @Test
  void an_untouched_chain_is_whole() throws SQLException {
    var verdict = verify();
    assertThat(verdict.isWhole()).as(verdict.toString()).isTrue();
    assertThat(verdict.entries()).isEqualTo(ENTRIES);
    assertThat(verdict.head().sequence()).isEqualTo(ENTRIES);
    assertThat(verdict.waiting()).isZero();
  }

  @Test
  void every_changed_column_is_found() throws SQLException {
    for (var change :
        List.of(
            "recorded_at = recorded_at + interval '1 microsecond'",
            "user_id = null",
            "on_behalf_of = user_id",
            "channel = 'PAGE'",
            "place = null",
            "address = ''",
            "request = 'x'",
            "action = 'product.delete'",
            "entity = 'Customer'",
            "entity_id = entity_id + 1",
            "detail = '{\"a\":\"b\"}'",
            "facts_before = '{\"price\":\"9\"}'",
            "facts_after = facts_before")) {
      var other = Shop.open();
      other.goods("1", "1", 0);
      var entry = other.goods("2", "1", 0);
      other.goods("3", "1", 0);
      Logs.seal(other);
      tamper("update system_logs set " + change + " where entity_id = " + entry);
      var verdict = verify(other, List.of());
      assertThat(verdict.fault()).as(change).isEqualTo(LogFault.CHANGED);
      assertThat(verdict.sequence()).as(change).isEqualTo(2);
    }
  }

  @Test
  void a_removed_entry_is_found() throws SQLException {
    var id = logId(3);
    tamper("delete from system_logs where id = " + id);
    assertFault(LogFault.REMOVED, 3, id);
  }

  @Test
  void an_entry_removed_with_its_seal_is_found() throws SQLException {
    var id = logId(3);
    tamper(
        "delete from system_log_seals where log_id = %1$d; delete from system_logs where id = %1$d"
            .formatted(id));
    assertFault(LogFault.REMOVED, 3, null);
  }

  @Test
  void closing_the_gap_does_not_hide_a_removal() throws SQLException {
    var id = logId(3);
    tamper(
        """
        delete from system_log_seals where log_id = %1$d; delete from system_logs where id = %1$d;
        update system_log_seals set sequence = -sequence where business_id = %2$d and sequence > 3;
        update system_log_seals set sequence = -sequence - 1
          where business_id = %2$d and sequence < 0"""
            .formatted(id, shop.businessId()));
    assertThat(verify().sequence()).isEqualTo(3);
    assertThat(verify().isWhole()).isFalse();
  }

  @Test
  void entries_that_changed_places_are_found() throws SQLException {
    var second = logId(2);
    var third = logId(3);
    tamper(
        """
        update system_log_seals set log_id = -1 where log_id = %1$d;
        update system_log_seals set log_id = %1$d where log_id = %2$d;
        update system_log_seals set log_id = %2$d where log_id = -1"""
            .formatted(second, third));
    assertFault(LogFault.REORDERED, 2, third);
  }

  @Test
  void an_entry_that_got_in_past_the_sealing_is_found() throws SQLException {
    tamper(copy("now()"));
    var id = newest();
    assertFault(LogFault.INSERTED, 0, id);
  }

  @Test
  void an_entry_that_claims_to_be_older_than_it_is_is_found() throws SQLException {
    sql.run(copy("now() - interval '3 days'"));
    Logs.seal(shop);
    assertFault(LogFault.INSERTED, ENTRIES + 1, newest());
  }

  @Test
  void a_cut_off_end_is_found() throws SQLException {
    cutOff(false);
    assertFault(LogFault.CUT_OFF, ENTRIES - 1, null);
  }

  @Test
  void a_cut_off_end_with_a_forged_head_is_found_by_a_head_kept_elsewhere() throws SQLException {
    var kept = verify().head();
    cutOff(true);
    assertThat(verify().isWhole()).isTrue();
    var verdict = verify(shop, List.of(kept));
    assertThat(verdict.fault()).isEqualTo(LogFault.CUT_OFF);
    assertThat(verdict.sequence()).isEqualTo(ENTRIES - 1);
  }

  @Test
  void a_chain_written_anew_is_found_by_a_head_kept_elsewhere() throws SQLException {
    var kept = verify().head();
    tamper(
        """
        update system_logs set action = 'nothing' where id = %1$d;
        insert into system_logs_unsealed (business_id, id) select business_id, id from system_logs
          where business_id = %2$d;
        delete from system_log_seals where business_id = %2$d;
        delete from system_log_heads where business_id = %2$d"""
            .formatted(logId(3), shop.businessId()));
    Logs.seal(shop);
    assertThat(verify().isWhole()).isTrue();
    assertThat(verify(shop, List.of(kept)).fault()).isEqualTo(LogFault.REWRITTEN);
  }

  @Test
  void what_retention_deletes_leaves_a_chain_that_holds() throws SQLException {
    tamper(
        """
        update system_logs set recorded_at = recorded_at - interval '11 years'
          where business_id = %1$d and id in
            (select log_id from system_log_seals where business_id = %1$d and sequence <= 2);
        insert into system_logs_unsealed (business_id, id)
          select business_id, log_id from system_log_seals where business_id = %1$d;
        delete from system_log_seals where business_id = %1$d;
        delete from system_log_heads where business_id = %1$d"""
            .formatted(shop.businessId()));
    Logs.seal(shop);
    var before = verify().head();
    assertThat(purge("now() - interval '10 years'")).isEqualTo(2);
    var verdict = verify(shop, List.of(before));
    assertThat(verdict.isWhole()).as(verdict.toString()).isTrue();
    assertThat(verdict.entries()).isEqualTo(ENTRIES - 2);
    assertThat(verdict.head()).isEqualTo(before);
  }

  @Test
  void nobody_can_have_the_last_year_deleted() throws SQLException {
    assertThat(purge("now() + interval '1 year'")).isZero();
    assertThat(verify().entries()).isEqualTo(ENTRIES);
  }

  @Test
  void the_application_cannot_touch_seals() throws SQLException {
    for (var statement :
        List.of(
            "insert into system_log_seals (business_id, sequence, log_id, hash) values (1, 1, 1, '')",
            "update system_log_seals set hash = ''",
            "delete from system_log_seals",
            "update system_log_heads set sequence = 0",
            "insert into system_log_checkpoints (business_id, sequence, hash, purged_at)"
                + " values (1, 1, '', now())",
            "delete from system_logs_unsealed",
            "select from platform_logs",
            "update platform_logs set action = ''",
            "delete from platform_log_seals")) {
      try (var connection = asApplication()) {
        assertThatThrownBy(() -> Sql.run(connection, statement))
            .as(statement)
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void servers_that_seal_at_once_make_one_chain() throws SQLException {
    AtOnce.run(
        8,
        i -> {
          shop.goods("more-" + i, "1", 0);
          Logs.seal(shop);
          return i;
        });
    Logs.awaitSealed(shop);
    var verdict = verify();
    assertThat(verdict.isWhole()).as(verdict.toString()).isTrue();
    assertThat(verdict.entries()).isEqualTo(ENTRIES + 8);
  }

  @Test
  void an_entry_that_commits_late_is_sealed_late() throws SQLException {
    try (var late = Sql.superuser().connect()) {
      late.setAutoCommit(false);
      Sql.run(late, copy("now()"));
      shop.goods("in time", "1", 0);
      Logs.seal(shop);
      late.commit();
    }
    Logs.seal(shop);
    var verdict = verify();
    assertThat(verdict.isWhole()).as(verdict.toString()).isTrue();
    assertThat(verdict.entries()).isEqualTo(ENTRIES + 2);
  }

  @Test
  void the_command_tells_whole_logs_from_others(@TempDir Path folder) throws IOException {
    var heads = folder.resolve("heads.txt");
    var out = new ByteArrayOutputStream();
    var command =
        new LogVerification(
            Tradehall.database(), new PrintStream(out, true, StandardCharsets.UTF_8));
    command.run("--keep", heads.toString());
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("business " + shop.businessId() + ": whole, " + ENTRIES + " entries")
        .contains("platform: whole");
    assertThat(Files.readString(heads)).contains(shop.businessId() + " " + ENTRIES + " ");

    cutOff(true);
    out.reset();
    assertThat(command.run("--against", heads.toString())).isOne();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("business " + shop.businessId() + ": CUT_OFF at " + (ENTRIES - 1));
  }

  /** Removes the last two entries with their seals, and the trace in the head if asked to. */
  private void cutOff(boolean forgeHead) {
    var forged =
        """
        ; update system_log_heads h set (sequence, hash) = (select s.sequence, s.hash
          from system_log_seals s where s.business_id = h.business_id
          order by s.sequence desc limit 1) where h.business_id = %d"""
            .formatted(shop.businessId());
    tamper(
        """
        delete from system_logs where id in (select log_id from system_log_seals
          where business_id = %1$d and sequence > %2$d);
        delete from system_log_seals where business_id = %1$d and sequence > %2$d"""
                .formatted(shop.businessId(), ENTRIES - 2)
            + (forgeHead ? forged : ""));
  }

  private String copy(String time) {
    return """
    insert into system_logs (business_id, id, recorded_at, user_id, action, entity, detail)
      values (%d, nextval('ids'), %s, %d, 'product.update', 'Product', '{}')"""
        .formatted(shop.businessId(), time, shop.userId());
  }

  /** As a superuser who keeps keys and triggers from interfering. */
  private void tamper(String statements) {
    sql.run("set session_replication_role = replica; " + statements);
  }

  private long logId(int sequence) {
    return sql.number(
        "select log_id from system_log_seals where business_id = ? and sequence = ?",
        shop.businessId(),
        sequence);
  }

  private long newest() {
    return sql.number("select max(id) from system_logs where business_id = ?", shop.businessId());
  }

  private void assertFault(LogFault fault, long sequence, Long logId) throws SQLException {
    var verdict = verify();
    assertThat(verdict.fault()).isEqualTo(fault);
    assertThat(verdict.sequence()).isEqualTo(sequence);
    assertThat(verdict.logId()).isEqualTo(logId);
  }

  private LogVerdict verify() throws SQLException {
    return verify(shop, List.of());
  }

  private static LogVerdict verify(Shop of, List<LogHead> kept) throws SQLException {
    try (var connection = Sql.platform().connect()) {
      connection.setAutoCommit(false);
      return LogChain.of(connection, of.businessId()).verify(kept);
    }
  }

  private long purge(String olderThan) throws SQLException {
    try (var connection = asApplication()) {
      var purged = Sql.rows(connection, "select purge_system_log(" + olderThan + ") as n");
      connection.commit();
      return ((Number) purged.get(0).get("n")).longValue();
    }
  }

  private Connection asApplication() throws SQLException {
    var connection = Sql.app().connect();
    connection.setAutoCommit(false);
    Sql.rows(
        connection,
        "select set_config('app.business_id', ?, true)",
        String.valueOf(shop.businessId()));
    return connection;
  }
}
