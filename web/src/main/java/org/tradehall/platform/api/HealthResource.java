package org.tradehall.platform.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.tradehall.backup.service.BackupAlarms;
import org.tradehall.shared.api.Open;

/**
 * Tells load balancers and launchers that the application serves, and monitors that somebody has to
 * look after the backups. Needs no login.
 */
@Open
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

  @Inject BackupAlarms alarms;

  @GET
  public Map<String, String> health() {
    return Map.of("status", "UP", "backups", alarms.isRaised() ? "ALARM" : "OK");
  }
}
