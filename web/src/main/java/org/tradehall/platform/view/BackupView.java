package org.tradehall.platform.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.tradehall.backup.model.Backup;
import org.tradehall.backup.model.BackupState;
import org.tradehall.platform.service.PlatformBackupService;

/** One backup: how it went, and what it holds. */
@Named
@RequestScoped
public class BackupView {

  private static final List<String> STEPS =
      List.of("begin", "dump", "store", "copy", "validate", "retain");

  @EJB PlatformBackupService service;

  private Long id;
  private Backup backup;

  /**
   * A box of the flow.
   *
   * @param took null if it has not ended
   */
  public record Step(String name, Duration took) {

    public BigDecimal seconds() {
      return BigDecimal.valueOf(took.toMillis(), 3);
    }
  }

  public Backup getBackup() {
    if (backup == null) {
      backup = service.find(id);
    }
    return backup;
  }

  public List<String> getLines() {
    return service.lines(id);
  }

  public List<Step> getSteps() {
    return STEPS.stream().map(name -> new Step(name, getBackup().durations().get(name))).toList();
  }

  /** Of the steps, how many are done, in percent. */
  public int getPercent() {
    return getBackup().state() == BackupState.VALID
        ? 100
        : 100 * getBackup().durations().size() / STEPS.size();
  }

  /** The server's name without the mark of its start. */
  public String getNode() {
    return getBackup().node().split("/", 2)[0];
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }
}
