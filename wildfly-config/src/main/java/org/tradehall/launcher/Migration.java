package org.tradehall.launcher;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Brings the schema up to date as its owner, before the application server starts. */
public final class Migration {

  /**
   * Flyway tells every step at INFO; kept in a field because the log manager holds its loggers
   * weakly.
   */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Migration() {}

  /**
   * Applies what is missing.
   *
   * @return how many migrations were applied
   * @throws LaunchException when the schema is newer than this program or a migration fails
   */
  public static int migrate(Database database) {
    FLYWAY.setLevel(Level.WARNING);
    try {
      return migrate(database.operatorIn(database.operations()), "classpath:db/operations")
          + migrate(database.primaryAs(database.owner()), "classpath:db/migration");
    } catch (FlywayException e) {
      throw new LaunchException("The schema could not be brought up to date: " + reason(e), e);
    }
  }

  private static int migrate(DataSource source, String scripts) {
    var flyway =
        Flyway.configure(Migration.class.getClassLoader())
            .dataSource(source)
            .locations(scripts)
            .load();
    refuseOther(flyway);
    return flyway.migrate().migrationsExecuted;
  }

  /** What the database said, without the report that Flyway wraps it in. */
  private static String reason(Throwable e) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return cause.getMessage();
      }
    }
    return Command.telling(e.getMessage());
  }

  /** In one line, where Flyway would write a report. */
  private static void refuseOther(Flyway flyway) {
    var info = flyway.info();
    var there = Optional.ofNullable(info.current()).map(MigrationInfo::getVersion);
    for (var migration : info.all()) {
      if (!migration.getState().isApplied()) {
        continue;
      }
      if (!migration.getState().isResolved()) {
        throw new LaunchException(
            "The database was made by a newer Tradehall (schema "
                + there.map(MigrationVersion::getVersion).orElse("?")
                + "). Start that version, or choose other data.");
      }
      if (!migration.isChecksumMatching()) {
        throw new LaunchException(
            "The database was made by another Tradehall, with another %s. Start that version, or choose other data."
                .formatted(migration.getScript()));
      }
    }
  }

  /** For administrators: takes the servers and the owner's password from the environment. */
  public static void main(String[] args) {
    PrintStream out = System.out;
    try {
      out.println(
          "Tradehall: " + migrate(fromEnvironment(System.getenv())) + " migrations applied.");
    } catch (LaunchException e) {
      out.println("Tradehall: " + e.getMessage());
      System.exit(1);
    }
  }

  static Database fromEnvironment(Map<String, String> environment) {
    Database.needed(environment, "TRADEHALL_OWNER_PASSWORD");
    Database.needed(environment, "TRADEHALL_OPERATOR_PASSWORD");
    return Database.fromEnvironment(environment);
  }
}
