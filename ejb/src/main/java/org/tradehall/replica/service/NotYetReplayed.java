package org.tradehall.replica.service;

/** The replica does not have yet what the caller wrote. */
class NotYetReplayed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotYetReplayed() {
    super("The replica has not replayed what the caller wrote", null, false, false);
  }
}
