package org.tradehall.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class during which a server wrote a warning or an error that is not on the list.
 * Registered for all tests.
 */
public final class ServerLog implements AfterAllCallback {

  private static final Pattern TROUBLE =
      Pattern.compile("^\\S+ (WARN|WARNING|ERROR|SEVERE|FATAL) .*");

  /** What is allowed, and why. */
  private static final Map<Pattern, String> ALLOWED = new LinkedHashMap<>();

  /** What a server says whose databases a test harms: {@link Apart}. */
  private static final Pattern HARM =
      Pattern.compile(
          "\\[(org\\.jboss\\.jca|com\\.arjuna|org\\.jboss\\.as\\.ejb3\\.invocation|org\\.eclipse\\.persistence"
              + "|org\\.tradehall\\.shared\\.api\\.ProblemMapper|org\\.tradehall\\.replica|org\\.tradehall\\.backup|org\\.tradehall\\.platform"
              + "|io\\.undertow\\.request|org\\.tradehall\\.mail|org\\.tradehall\\.identity)");

  private static final Set<Path> HARMED = new HashSet<>();

  /** How much of each log has been read. */
  private static final Map<Path, Long> READ = new LinkedHashMap<>();

  static {
    allow(
        "business= .*BusinessService.enter\\(.* The transaction belongs to another business",
        "EntityWallIT tries just that, in a request without a business; nobody else may");
    allow(
        "UT005023: .* /account/password: .*Unable to restore view",
        "LoginAttackIT forges a view state; it is refused, though with an error");
    allow(
        "\\[org.jberet\\] .* org.tradehall.backup.service.OperationFailed",
        "BackupFaultsBrowserIT lets every step of a backup fail");
    allow(
        "BackupAlarmNotice\\] .* Backup alarm: ",
        "BackupFaultsBrowserIT lets a backup fail until the alarm");
    allow(
        "\\((ConnectionValidator|EE-Managed[^)]*)\\) .*terminating connection due to administrator",
        "RestoreBrowserIT: a restore sends out what is connected, also what works by the clock");
    allow(
        "(Backup|Restore|Restoration)Leftovers\\] .* was cut off with its server",
        "BackupFaultsBrowserIT leaves what a dead server leaves, BackupNodesIT kills servers");
    allow(
        "WFLYBATCH000014: Stopping execution",
        "BackupCutOffIT kills a server at work; a server that is stopped later ends what it left");
    allow(
        "WFLYEE0110: .* WFLYEE0111: .* as container is suspen",
        "a server that is being stopped refuses the next round of its timers, and says so");
    allow(
        "WARN  \\[org.eclipse.persistence\\] .*\\] $",
        "EclipseLink writes empty lines at its first login when deployed to a running server");
  }

  private static void allow(String pattern, String reason) {
    ALLOWED.put(Pattern.compile(pattern), reason);
  }

  static synchronized void watch(Path log) {
    READ.putIfAbsent(log, 0L);
  }

  /** Its server loses its databases, and may say so. */
  static synchronized void expectHarm(Path log) {
    HARMED.add(log);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    var troubles = new ArrayList<String>();
    synchronized (ServerLog.class) {
      READ.replaceAll((log, from) -> collect(log, from, troubles));
    }
    if (!troubles.isEmpty()) {
      throw new AssertionError(
          "The server's log holds warnings or errors:\n" + String.join("\n", troubles));
    }
  }

  private static long collect(Path log, long from, List<String> troubles) {
    if (!Files.exists(log)) {
      return from;
    }
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.min(from, file.length()));
      var bytes = new byte[Math.toIntExact(file.length() - file.getFilePointer())];
      file.readFully(bytes);
      var text = new String(bytes, UTF_8);
      var whole = text.substring(0, text.lastIndexOf('\n') + 1);
      whole
          .lines()
          .filter(line -> TROUBLE.matcher(line).matches())
          .filter(line -> !HARMED.contains(log) || !HARM.matcher(line).find())
          .filter(line -> ALLOWED.keySet().stream().noneMatch(known -> known.matcher(line).find()))
          .forEach(troubles::add);
      return file.getFilePointer() - text.substring(whole.length()).getBytes(UTF_8).length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
