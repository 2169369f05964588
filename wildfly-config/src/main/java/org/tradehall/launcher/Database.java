package org.tradehall.launcher;

import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the application's database is and who logs in.
 *
 * @param primary the server that takes writes
 * @param replica the server for read-only queries; may be the primary
 * @param owner owns the schema; for migrations only, the application server never gets it
 * @param app the application
 * @param platform reads across businesses
 * @param backup dumps
 * @param operator restores, and owns the database in which jobs, backups and restores are noted
 */
public record Database(
    Address primary,
    Address replica,
    String name,
    Login owner,
    Login app,
    Login platform,
    Login backup,
    Login operator) {

  /** A server on the network. */
  public record Address(String host, int port) {}

  /** A role and its password. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  /** As an administrator's settings name it; a password that is not there is empty. */
  static Database fromEnvironment(Map<String, String> environment) {
    var primary =
        new Address(
            environment.getOrDefault("TRADEHALL_DB_HOST", "127.0.0.1"),
            Integer.parseInt(environment.getOrDefault("TRADEHALL_DB_PORT", "5432")));
    return new Database(
        primary,
        new Address(
            environment.getOrDefault("TRADEHALL_REPLICA_HOST", primary.host()),
            Integer.parseInt(
                environment.getOrDefault(
                    "TRADEHALL_REPLICA_PORT", String.valueOf(primary.port())))),
        environment.getOrDefault("TRADEHALL_DB_NAME", Roles.DATABASE),
        login(environment, "OWNER", Roles.OWNER),
        login(environment, "DB", Roles.APP),
        login(environment, "PLATFORM", Roles.PLATFORM),
        login(environment, "BACKUP", Roles.BACKUP),
        login(environment, "OPERATOR", Roles.OPERATOR));
  }

  private static Login login(Map<String, String> environment, String role, String user) {
    return new Login(
        environment.getOrDefault("TRADEHALL_" + role + "_USER", user),
        environment.getOrDefault("TRADEHALL_" + role + "_PASSWORD", ""));
  }

  static void needed(Map<String, String> environment, String name) {
    if (environment.getOrDefault(name, "").isBlank()) {
      throw new LaunchException("The environment variable " + name + " is not set.");
    }
  }

  /** What the application server gets as environment: all but the owner. */
  public Map<String, String> environment() {
    var environment = new TreeMap<String, String>();
    environment.put("TRADEHALL_DB_HOST", primary.host());
    environment.put("TRADEHALL_DB_PORT", String.valueOf(primary.port()));
    environment.put("TRADEHALL_DB_NAME", name);
    environment.put("TRADEHALL_DB_USER", app.user());
    environment.put("TRADEHALL_DB_PASSWORD", app.password());
    environment.put("TRADEHALL_REPLICA_HOST", replica.host());
    environment.put("TRADEHALL_REPLICA_PORT", String.valueOf(replica.port()));
    environment.put("TRADEHALL_PLATFORM_USER", platform.user());
    environment.put("TRADEHALL_PLATFORM_PASSWORD", platform.password());
    environment.put("TRADEHALL_BACKUP_USER", backup.user());
    environment.put("TRADEHALL_BACKUP_PASSWORD", backup.password());
    environment.put("TRADEHALL_OPERATOR_USER", operator.user());
    environment.put("TRADEHALL_OPERATOR_PASSWORD", operator.password());
    environment.put("TRADEHALL_OPERATIONS_NAME", operations());
    return environment;
  }

  /** Name of the database in which jobs, backups and restores are noted. */
  public String operations() {
    return name + "_operations";
  }

  /** Connections to the primary as one of the roles, without a pool. */
  public DataSource primaryAs(Login login) {
    return source(primary, name, login);
  }

  /** Connections as the operator to another database of the primary, without a pool. */
  public DataSource operatorIn(String database) {
    return source(primary, database, operator);
  }

  /** Connections to the replica as one of the roles, without a pool. */
  public DataSource replicaAs(Login login) {
    return source(replica, name, login);
  }

  private static DataSource source(Address server, String database, Login login) {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {server.host()});
    source.setPortNumbers(new int[] {server.port()});
    source.setDatabaseName(database);
    source.setUser(login.user());
    source.setPassword(login.password());
    source.setConnectTimeout(10);
    return source;
  }
}
