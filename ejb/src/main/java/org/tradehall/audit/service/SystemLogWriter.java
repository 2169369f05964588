package org.tradehall.audit.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.TreeMap;
import org.tradehall.audit.model.SystemLog;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.service.BusinessContext;

/** Writes the system log, in the transaction of the deed. */
@ApplicationScoped
public class SystemLogWriter {

  @PersistenceContext(unitName = "primary")
  EntityManager em;

  @Inject BusinessContext context;
  @Inject Clock clock;

  void write(@Observes Deed deed) {
    var detail = Json.createObjectBuilder();
    new TreeMap<>(deed.detail()).forEach((name, value) -> detail.add(name, value.toString()));
    em.persist(
        new SystemLog(
            clock.instant(),
            context.getUserId(),
            deed.action(),
            deed.entity(),
            deed.entityId(),
            detail.build().toString()));
  }
}
