package org.tradehall.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * The provisioned WildFly with all that changes in a folder of its own, so that several servers
 * share one installation and it stays as it was built. Configuration and application are copied
 * into that folder at each start; the transaction log and the log files stay.
 */
public final class Server implements AutoCloseable {

  private static final Duration STOP = Duration.ofSeconds(60);

  private static final String STARTED_WITH_ERRORS = "WFLYSRV0026";

  private final Path home;
  private final Path base;
  private final int port;
  private final int managementPort;
  private final List<String> jvm = new ArrayList<>(List.of("-Xmx512m", "-Dfile.encoding=UTF-8"));
  private final Map<String, String> properties = new TreeMap<>();
  private final Map<String, String> environment = new TreeMap<>();
  private Path application;
  private Database.Login consoleUser;
  private Process process;
  private long logBefore;

  /**
   * @param home the provisioned server
   * @param base what changes: configuration, logs, transaction log
   * @param port of the application on the loopback address
   * @param managementPort of the console and the management API on the loopback address
   */
  public Server(Path home, Path base, int port, int managementPort) {
    this.home = home.toAbsolutePath().normalize();
    this.base = base.toAbsolutePath().normalize();
    this.port = port;
    this.managementPort = managementPort;
    if (!Files.exists(this.home.resolve("jboss-modules.jar"))) {
      throw new LaunchException(
          "There is no server in " + this.home + ". Build wildfly-config first.");
    }
  }

  /** The archive to deploy while starting; without one the server starts empty. */
  public Server application(Path archive) {
    application = archive.toAbsolutePath();
    return this;
  }

  /** Connects its data sources. */
  public Server database(Database database) {
    environment.putAll(database.environment());
    return this;
  }

  /** Lets all mail go to that mailbox. */
  public Server mailbox(Mailbox mailbox) {
    return environment("TRADEHALL_MAIL_HOST", "127.0.0.1")
        .environment("TRADEHALL_MAIL_PORT", String.valueOf(mailbox.smtpPort()));
  }

  /** Lets somebody log in to the management console. */
  public Server consoleUser(Database.Login user) {
    consoleUser = user;
    return this;
  }

  /** One more environment variable of the server. */
  public Server environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** A system property of the server, for example {@code tradehall.demo}. */
  public Server property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  /**
   * More options of the JVM; a later one wins, so that {@code -Xmx256m} replaces the default of 512
   * MB.
   */
  public Server jvm(String... options) {
    jvm.addAll(List.of(options));
    return this;
  }

  /** Starts the process and returns at once. */
  public void start() {
    stopLeftOver();
    prepareBase();
    logBefore = log().toFile().length();
    var command = StandaloneCommandBuilder.of(home).setBaseDirectory(base).addJavaOptions(jvm);
    command
        .addServerArgument("-Djboss.http.port=" + port)
        .addServerArgument("-Djboss.management.http.port=" + managementPort);
    properties.forEach((name, value) -> command.addServerArgument("-D" + name + "=" + value));
    var builder =
        new ProcessBuilder(command.build())
            .directory(base.toFile())
            .redirectErrorStream(true)
            .redirectOutput(base.resolve("log/console.log").toFile());
    builder.environment().put("TRADEHALL_CONSOLE_LOG_LEVEL", "ERROR");
    builder.environment().put("TRADEHALL_URL", url());
    builder.environment().putAll(environment);
    try {
      process = builder.start();
      Files.writeString(base.resolve("server.pid"), String.valueOf(process.pid()));
    } catch (IOException e) {
      throw Folders.failed("start the server in", home, e);
    }
  }

  private void prepareBase() {
    for (var stale : List.of("configuration", "deployments", "tmp", "data/content")) {
      Folders.delete(base.resolve(stale));
    }
    for (var needed : List.of("deployments", "log", "data")) {
      Folders.create(base.resolve(needed));
    }
    Folders.copy(
        home.resolve("standalone/configuration"), base.resolve("configuration"), file -> true);
    if (consoleUser != null) {
      ConsoleUser.add(consoleUser, base.resolve("configuration"));
    }
    if (application != null) {
      var name = application.getFileName().toString();
      try {
        Files.copy(
            application,
            base.resolve("deployments").resolve(name),
            StandardCopyOption.REPLACE_EXISTING);
        Files.createFile(marker("dodeploy"));
      } catch (IOException e) {
        throw Folders.failed("copy", application, e);
      }
    }
  }

  private Path marker(String state) {
    return base.resolve("deployments").resolve(application.getFileName() + "." + state);
  }

  /**
   * Waits until the application says that it is up.
   *
   * @throws LaunchException when it fails or the time is up
   */
  public void awaitReady(Duration limit) {
    if (!Waiting.until(limit, () -> failed() || isReady())) {
      throw new LaunchException(
          "The application was not up after " + limit.toSeconds() + " s; see " + log());
    }
    if (!isRunning()) {
      throw new LaunchException("The server stopped while starting; see " + log());
    }
    if (failed()) {
      throw new LaunchException("The application could not be deployed; see " + log());
    }
  }

  private boolean failed() {
    return !isRunning() || Files.exists(marker("failed")) || startedWithErrors();
  }

  /**
   * The server's own word, for faults that leave the application undeployed but the server running.
   */
  private boolean startedWithErrors() {
    try (var file = Files.newByteChannel(log())) {
      file.position(Math.min(logBefore, file.size()));
      var text = new String(Channels.newInputStream(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.contains(STARTED_WITH_ERRORS);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw Folders.failed("read", log(), e);
    }
  }

  private boolean isReady() {
    return answers(url() + "api/v1/health");
  }

  /** Waits until the management API answers, for a server that starts without an application. */
  public void awaitManagement(Duration limit) {
    var address = "http://127.0.0.1:" + managementPort + "/health";
    if (!Waiting.until(limit, () -> !isRunning() || answers(address)) || !isRunning()) {
      throw new LaunchException("The server did not start; see " + log());
    }
  }

  private static boolean answers(String address) {
    var request =
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(5)).build();
    try {
      return HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Stops it in order: requests under way are finished, connections closed. */
  public void stop() {
    end(process == null ? leftOver() : Optional.of(process.toHandle()), false);
  }

  /** Ends it as a crash would ({@code kill -9}). */
  public void kill() {
    end(Optional.ofNullable(process).map(Process::toHandle), true);
  }

  private static void end(Optional<ProcessHandle> running, boolean force) {
    running
        .filter(ProcessHandle::isAlive)
        .ifPresent(
            handle -> {
              if (force) {
                handle.destroyForcibly();
              } else {
                handle.destroy();
              }
              try {
                handle.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
              } catch (java.util.concurrent.TimeoutException
                  | java.util.concurrent.ExecutionException e) {
                handle.destroyForcibly();
              } catch (InterruptedException e) {
                handle.destroyForcibly();
                Thread.currentThread().interrupt();
              }
            });
  }

  /**
   * A run that was killed may have left its server running; it holds this folder's transaction log.
   */
  private void stopLeftOver() {
    end(leftOver(), false);
  }

  private Optional<ProcessHandle> leftOver() {
    var file = base.resolve("server.pid");
    try {
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).filter(this::isOurs)
          : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(ProcessHandle handle) {
    try {
      return Files.isSameFile(Path.of("/proc/" + handle.pid() + "/cwd"), base);
    } catch (IOException e) {
      return false;
    }
  }

  public boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** The process while it runs or after. */
  public Process process() {
    return process;
  }

  /** Where the application answers, with a slash at the end. */
  public String url() {
    return "http://localhost:" + port + "/";
  }

  public int port() {
    return port;
  }

  public int managementPort() {
    return managementPort;
  }

  public Path log() {
    return base.resolve("log/server.log");
  }

  @Override
  public void close() {
    stop();
  }
}
