package org.tradehall.backup.service;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.inject.Inject;

/**
 * However a backup or restore ends, nothing half-done is left of it, and the turn is given back.
 */
abstract class OperationEnd extends AbstractJobListener {

  @Inject JobContext job;
  @Inject OperationLock lock;

  @Override
  public void afterJob() {
    // Who never had the turn has begun nothing, and somebody else may be at work.
    if (!lock.isHeldBy(job.getExecutionId())) {
      return;
    }
    try {
      clear();
    } finally {
      lock.release(job.getExecutionId());
    }
    tell();
  }

  /** Ends what did not end by itself, and takes away what is left. */
  abstract void clear();

  /** Once the turn is given back. */
  void tell() {}
}
