package org.tradehall.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.tradehall.audit.model.LogChain;
import org.tradehall.audit.model.LogHead;
import org.tradehall.audit.model.LogVerdict;

/**
 * For auditors: recomputes the seals of all logs without the application, and compares them with
 * heads that were kept elsewhere. Reads as the platform's role, which can write nothing.
 */
public final class LogVerification {

  /** All chains are whole. */
  static final int WHOLE = 0;

  /** At least one is not. */
  static final int BROKEN = 1;

  /** That could not be found out. */
  static final int UNKNOWN = 2;

  private final Database database;
  private final PrintStream out;

  public LogVerification(Database database, PrintStream out) {
    this.database = database;
    this.out = out;
  }

  /**
   * Takes the server and the platform role's password from the environment. Options: {@code
   * --against FILE} compares with kept heads, {@code --keep FILE} writes today's.
   */
  public static void main(String[] args) {
    PrintStream out = System.out;
    System.exit(run(System.getenv(), out, args));
  }

  private static int run(Map<String, String> environment, PrintStream out, String... args) {
    try {
      Database.needed(environment, "TRADEHALL_PLATFORM_PASSWORD");
      return new LogVerification(Database.fromEnvironment(environment), out).run(args);
    } catch (LaunchException e) {
      out.println("Tradehall: " + e.getMessage());
      return UNKNOWN;
    }
  }

  /**
   * @return 0 if all chains are whole, 1 if not
   */
  public int run(String... args) {
    var against = option("--against", args);
    var keep = option("--keep", args);
    var verdicts = verify(against == null ? List.of() : read(against));
    verdicts.forEach(verdict -> out.println(line(verdict)));
    if (keep != null) {
      write(keep, verdicts.stream().map(LogVerdict::head).toList());
    }
    var broken = verdicts.stream().filter(verdict -> !verdict.isWhole()).count();
    out.println(
        broken == 0
            ? "All " + verdicts.size() + " logs are whole."
            : broken + " of " + verdicts.size() + " logs have been TAMPERED WITH.");
    return broken == 0 ? WHOLE : BROKEN;
  }

  private static Path option(String name, String... args) {
    for (var i = 0; i < args.length; i++) {
      if (args[i].equals(name)) {
        if (i + 1 == args.length) {
          throw new LaunchException(name + " needs a file.");
        }
        return Path.of(args[i + 1]);
      }
    }
    return null;
  }

  private List<LogVerdict> verify(List<LogHead> kept) {
    try (var connection = database.primaryAs(database.platform()).getConnection()) {
      // A cursor needs a transaction, and one snapshot keeps the sealing out.
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      var verdicts = new ArrayList<LogVerdict>();
      verdicts.add(LogChain.of(connection, null).verify(kept));
      for (var business : businesses(connection, kept)) {
        verdicts.add(LogChain.of(connection, business).verify(kept));
      }
      connection.rollback();
      return verdicts;
    } catch (SQLException e) {
      throw new LaunchException("The logs could not be read: " + e.getMessage(), e);
    }
  }

  /** Also those whose chain is gone, if its head was kept. */
  private static List<Long> businesses(Connection connection, List<LogHead> kept)
      throws SQLException {
    var ids = new TreeSet<>(LogChain.businesses(connection));
    kept.stream().map(LogHead::businessId).filter(Objects::nonNull).forEach(ids::add);
    return List.copyOf(ids);
  }

  private static String line(LogVerdict verdict) {
    var business = verdict.head().businessId();
    var log = business == null ? "platform" : "business " + business;
    if (verdict.isWhole()) {
      return "%s: whole, %d entries up to %d, %d waiting"
          .formatted(log, verdict.entries(), verdict.head().sequence(), verdict.waiting());
    }
    return "%s: %s at %d%s"
        .formatted(
            log,
            verdict.fault(),
            verdict.sequence(),
            verdict.logId() == null ? "" : ", entry " + verdict.logId());
  }

  private static List<LogHead> read(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.flatMap(line -> LogHead.parse(line).stream()).toList();
    } catch (IOException | IllegalArgumentException e) {
      throw new LaunchException("The kept heads could not be read: " + e.getMessage(), e);
    }
  }

  private static void write(Path file, List<LogHead> heads) {
    try {
      var lines = new ArrayList<String>();
      lines.add(
          "# Heads of Tradehall's logs: business, sequence, hash. Keep this away from the database.");
      heads.forEach(head -> lines.add(head.toLine()));
      Files.write(file, lines);
    } catch (IOException e) {
      throw Folders.failed("write", file, e);
    }
  }
}
