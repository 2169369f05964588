package org.tradehall.platform.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.tradehall.backup.service.RestoreEnded;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Deed;

/** Tells the system log how a restore ended: the log that is live then. */
@Stateless
@Anyone("told by the job, which nobody asks")
public class RestoreNotice {

  @Inject Event<Deed> deeds;

  public void tell(@Observes RestoreEnded ended) {
    var restore = ended.restore();
    deeds.fire(
        new Deed(
                "restore.end",
                "Restore",
                null,
                Map.of(
                    "restore", restore.id(),
                    "state", restore.state().name(),
                    "problem", String.valueOf(restore.problem())))
            .outsideBusinesses());
  }
}
