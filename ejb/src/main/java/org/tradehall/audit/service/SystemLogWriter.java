package org.tradehall.audit.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import org.tradehall.audit.model.LogEntry;
import org.tradehall.audit.model.PlatformLog;
import org.tradehall.audit.model.SystemLog;
import org.tradehall.shared.model.Facts;
import org.tradehall.shared.service.Deed;
import org.tradehall.shared.service.Origin;
import org.tradehall.tenancy.service.BusinessContext;

/** Writes the system log, in the transaction of the deed. */
@ApplicationScoped
public class SystemLogWriter {

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject Origin origin;
  @Inject Clock clock;

  void write(@Observes Deed deed) {
    var entry = entry(deed);
    if (deed.outside() || context.getBusinessId() == null) {
      em.persist(new PlatformLog(entry));
    } else {
      em.persist(new SystemLog(entry));
    }
  }

  private LogEntry entry(Deed deed) {
    var doer = deed.doer() == null ? context.getUserId() : deed.doer();
    var entry = new LogEntry(clock.instant(), doer, context.getOnBehalfOf());
    entry.from(origin.getChannel(), origin.getPlace(), origin.getAddress(), origin.getRequest());
    entry.deed(deed.action(), deed.entity(), deed.entityId(), json(facts(deed.detail())));
    entry.change(json(deed.before().notIn(deed.after())), json(deed.after().notIn(deed.before())));
    return entry;
  }

  /** By way of the facts, which refuse secrets. */
  private static Map<String, String> facts(Map<String, Object> detail) {
    var facts = new Facts();
    detail.forEach(facts::with);
    return facts.notIn(new Facts());
  }

  private static String json(Map<String, String> values) {
    var json = Json.createObjectBuilder();
    values.forEach(
        (name, value) -> {
          if (value == null) {
            json.addNull(name);
          } else {
            json.add(name, value);
          }
        });
    return json.build().toString();
  }
}
