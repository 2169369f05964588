package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.tradehall.backup.service.BackupSchedule.Due;

/** Looks after backups: clears up after dead servers, begins what is due, raises the alarm. */
@ApplicationScoped
public class BackupRound {

  @Inject OperationLock lock;
  @Inject BackupLeftovers leftovers;
  @Inject RestorationLeftovers restorations;
  @Inject RestoreLeftovers restored;
  @Inject Remains remains;
  @Inject BackupSchedule schedule;
  @Inject BackupCatalogue catalogue;
  @Inject Event<BackupDue> dues;
  @Inject BackupAlarms known;
  @Inject Event<BackupAlarm> alarms;
  @Inject Clock clock;

  /** On all nodes; whoever gets the turn does it, and nobody while something is at work. */
  @ActivateRequestContext
  public void run() {
    known.look();
    if (!lock.take(OperationLock.ROUND)) {
      return;
    }
    Optional<Due> due;
    try {
      leftovers.clearDead();
      restored.clearDead();
      restored.dropExpired();
      restorations.clearDead();
      restorations.deleteOld();
      remains.clear();
      due = schedule.due(clock.instant());
      if (due.isEmpty()) {
        alarm();
      } else {
        lock.leaveToJob();
      }
    } finally {
      lock.release(OperationLock.ROUND);
    }
    due.ifPresent(begin -> dues.fire(new BackupDue(begin.cause(), begin.attempt(), null)));
  }

  private void alarm() {
    schedule
        .alarm(clock.instant())
        .filter(catalogue::raise)
        .ifPresent(problem -> alarms.fire(new BackupAlarm(problem)));
  }
}
