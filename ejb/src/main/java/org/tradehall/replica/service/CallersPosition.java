package org.tradehall.replica.service;

import jakarta.enterprise.context.RequestScoped;
import org.tradehall.replica.model.Position;

/** What the running request knows of the caller's writes before it, and whether it writes. */
@RequestScoped
public class CallersPosition {

  private Position brought = Position.NONE;
  private boolean wrote;

  /** The caller has seen the primary at a position: here or, more often, on another node. */
  public void bring(Position position) {
    brought = brought.orLater(position);
  }

  Position brought() {
    return brought;
  }

  void write() {
    wrote = true;
  }

  public boolean hasWritten() {
    return wrote;
  }
}
