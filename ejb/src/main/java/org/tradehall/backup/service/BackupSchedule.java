package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.tradehall.backup.model.Backup;
import org.tradehall.backup.model.BackupCause;
import org.tradehall.backup.model.BackupState;
import org.tradehall.settings.model.Settings;
import org.tradehall.settings.service.SettingValues;

/** When the next backup is due, and when to worry. Times are UTC. */
@ApplicationScoped
public class BackupSchedule {

  /** The first attempt and two more. */
  static final int MOST_ATTEMPTS = 3;

  /** A backup that is to be made now. */
  record Due(BackupCause cause, int attempt) {}

  @Inject BackupCatalogue catalogue;
  @Inject SettingValues settings;

  Optional<Due> due(Instant now) {
    var latest = catalogue.latest(1);
    return retry(latest, now).or(() -> scheduled(now));
  }

  /** What failed last is tried again, later each time. */
  private Optional<Due> retry(List<Backup> latest, Instant now) {
    return latest.stream()
        .filter(backup -> backup.state() == BackupState.INVALID)
        .filter(backup -> backup.attempt() < MOST_ATTEMPTS)
        .filter(backup -> !now.isBefore(backup.endedAt().plus(backOff(backup.attempt()))))
        .map(backup -> new Due(backup.cause(), backup.attempt() + 1))
        .findFirst();
  }

  private Duration backOff(int attempt) {
    return Duration.ofMinutes(
        (long) settings.getForAll(Settings.BACKUP_RETRY_MINUTES) << (attempt - 1));
  }

  private Optional<Due> scheduled(Instant now) {
    var slot = lastSlot(now);
    return slot.isAfter(catalogue.begunAt())
            && catalogue.lastScheduled().filter(begun -> !begun.isBefore(slot)).isEmpty()
        ? Optional.of(new Due(BackupCause.SCHEDULE, 1))
        : Optional.empty();
  }

  /** The last time at which a backup was due; the beginning of time if none ever is. */
  private Instant lastSlot(Instant now) {
    var every = settings.getForAll(Settings.BACKUP_EVERY_HOURS);
    if (every == 0) {
      return Instant.EPOCH;
    }
    var hour = settings.getForAll(Settings.BACKUP_HOUR);
    var first = Instant.EPOCH.atOffset(ZoneOffset.UTC).withHour(hour).toInstant();
    var hours = ChronoUnit.HOURS.between(first, now);
    return first.plus(Duration.ofHours(hours - hours % every));
  }

  /** When the next one is due; empty if none ever is. */
  public Optional<Instant> next() {
    var every = settings.getForAll(Settings.BACKUP_EVERY_HOURS);
    return every == 0
        ? Optional.empty()
        : Optional.of(lastSlot(Instant.now()).plus(Duration.ofHours(every)));
  }

  /** What the staff have to be told, if anything. */
  Optional<String> alarm(Instant now) {
    var latest = catalogue.latest(1).stream().findFirst();
    var failed =
        latest
            .filter(backup -> backup.state() == BackupState.INVALID)
            .filter(backup -> backup.attempt() >= MOST_ATTEMPTS)
            .map(
                backup ->
                    "Backup %d failed after %d attempts: %s"
                        .formatted(backup.id(), backup.attempt(), backup.problem()));
    return failed.or(() -> overdue(now));
  }

  private Optional<String> overdue(Instant now) {
    var hours = settings.getForAll(Settings.BACKUP_ALARM_HOURS);
    if (settings.getForAll(Settings.BACKUP_EVERY_HOURS) == 0) {
      return Optional.empty();
    }
    var since =
        catalogue.usable().stream().findFirst().map(Backup::takenAt).orElse(catalogue.begunAt());
    return since.plus(Duration.ofHours(hours)).isBefore(now)
        ? Optional.of("No valid backup for " + hours + " hours")
        : Optional.empty();
  }
}
