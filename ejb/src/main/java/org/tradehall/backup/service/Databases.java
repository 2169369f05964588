package org.tradehall.backup.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The databases that backups and restores work on, most of which no data source of the server
 * knows: they come and go. Connections are the caller's to close.
 */
@ApplicationScoped
public class Databases {

  /**
   * A role on one of the two servers: which of them is the primary may change.
   *
   * @param primary whether on the primary; else on its standby
   */
  record Login(boolean primary, String user, String password) {

    /** What PostgreSQL's programs want to know, beside the names on their command line. */
    Map<String, String> environment() {
      var environment = new TreeMap<String, String>();
      environment.put("PGHOST", FIRST.host() + "," + SECOND.host());
      environment.put("PGPORT", FIRST.port() + "," + SECOND.port());
      environment.put("PGTARGETSESSIONATTRS", primary ? "primary" : "standby");
      environment.put("PGUSER", user);
      environment.put("PGPASSWORD", password);
      environment.put("PGSSLMODE", variable("TRADEHALL_DB_SSLMODE", "prefer"));
      environment.put("PGCONNECT_TIMEOUT", "10");
      environment.put("PGAPPNAME", "tradehall-operations");
      environment.put("LC_ALL", "C");
      return environment;
    }
  }

  private record Address(String host, String port) {}

  private static final Address FIRST =
      new Address(
          variable("TRADEHALL_DB_HOST", "127.0.0.1"), variable("TRADEHALL_DB_PORT", "5432"));

  private static final Address SECOND =
      new Address(
          variable("TRADEHALL_REPLICA_HOST", FIRST.host()),
          variable("TRADEHALL_REPLICA_PORT", FIRST.port()));

  @Resource(lookup = "java:jboss/datasources/operations")
  DataSource operations;

  // Entries of the server's configuration, which may take them from its credential store.
  @Resource(lookup = "java:global/tradehall/operator-password")
  String operatorPassword;

  @Resource(lookup = "java:global/tradehall/backup-password")
  String backupPassword;

  /** Where jobs, backups and restores are noted. */
  public Connection operations() throws SQLException {
    return operations.getConnection();
  }

  /** The database in which everybody works, as the operator. */
  public Connection live() throws SQLException {
    return to(liveName());
  }

  /** Another database of the primary, as the operator. */
  public Connection to(String database) throws SQLException {
    return connect(operator(), database);
  }

  /** The database in which everybody works, to be read as the role that dumps. */
  Connection toDump(Login server) throws SQLException {
    return connect(server, liveName());
  }

  /** Name of the database in which everybody works. */
  public String liveName() {
    return variable("TRADEHALL_DB_NAME", "tradehall");
  }

  /** Name of the database in which jobs, backups and restores are noted. */
  String operationsName() {
    return variable("TRADEHALL_OPERATIONS_NAME", "tradehall_operations");
  }

  Login operator() {
    return new Login(
        true, variable("TRADEHALL_OPERATOR_USER", "tradehall_operator"), operatorPassword);
  }

  Login primary() {
    return new Login(true, variable("TRADEHALL_BACKUP_USER", "tradehall_backup"), backupPassword);
  }

  /** There may be none, and then nobody answers. */
  Login replica() {
    return new Login(false, primary().user(), backupPassword);
  }

  private static Connection connect(Login login, String database) throws SQLException {
    var source = new PGSimpleDataSource();
    source.setUrl(
        "jdbc:postgresql://%s:%s,%s:%s/%s?hostRecheckSeconds=2&targetServerType=%s"
            .formatted(
                FIRST.host(),
                FIRST.port(),
                SECOND.host(),
                SECOND.port(),
                database,
                login.primary() ? "primary" : "secondary"));
    source.setUser(login.user());
    source.setPassword(login.password());
    source.setSslMode(variable("TRADEHALL_DB_SSLMODE", "prefer"));
    source.setConnectTimeout(10);
    source.setTcpKeepAlive(true);
    source.setLogServerErrorDetail(false);
    source.setApplicationName("tradehall-operations");
    return source.getConnection();
  }

  static String variable(String name, String otherwise) {
    var value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value;
  }
}
