package org.tradehall.shared.service;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether this server takes requests; it does not while the database is being exchanged. */
@ApplicationScoped
public class Availability {

  private volatile boolean interrupted;

  public boolean isInterrupted() {
    return interrupted;
  }

  public void interrupt() {
    interrupted = true;
  }

  public void resume() {
    interrupted = false;
  }
}
