package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether somebody has to look after the backups, as this server has last heard. */
@ApplicationScoped
public class BackupAlarms {

  @Inject BackupCatalogue catalogue;

  private volatile boolean raised;

  public boolean isRaised() {
    return raised;
  }

  void look() {
    raised = !catalogue.alarms().isEmpty();
  }
}
