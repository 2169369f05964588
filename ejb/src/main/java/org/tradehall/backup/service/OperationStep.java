package org.tradehall.backup.service;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A box of the flow of a backup or restore: notes when it was entered and left, and why it failed.
 *
 * @param <T> what the job makes
 */
abstract class OperationStep<T> extends AbstractBatchlet {

  private static final Logger LOG = Logger.getLogger(OperationStep.class.getName());

  @Inject JobContext job;
  @Inject StepContext step;
  @Inject OperationLock lock;

  private volatile Thread worker;

  @Override
  public String process() {
    worker = Thread.currentThread();
    var begun = Instant.now();
    var operation = operation();
    try {
      enter(operation, step.getStepName());
      work(operation);
      lock.assertHeld(job.getExecutionId());
      leave(operation, step.getStepName(), Duration.between(begun, Instant.now()));
      return "DONE";
    } catch (SQLException | IOException | RuntimeException e) {
      hear();
      fail(operation, e);
      LOG.log(Level.INFO, step.getStepName() + " failed", e);
      // Without its cause: the job repository could not read exceptions of the database's driver.
      throw new OperationFailed(OperationFailed.reason(e));
    } finally {
      worker = null;
      hear();
    }
  }

  /** Who stays interrupted gets no connection any more, and could note nothing. */
  private static void hear() {
    var unused = Thread.interrupted();
  }

  /** Of this job; its first step begins it. */
  abstract T operation();

  abstract void enter(T operation, String stepName);

  abstract void work(T operation) throws SQLException, IOException;

  abstract void leave(T operation, String stepName, Duration took);

  abstract void fail(T operation, Exception problem);

  /**
   * To be called by the first step. The turn is given back when the job ends.
   *
   * @throws OperationFailed if it is somebody else's
   */
  final void takeTurn() {
    if (!lock.await(job.getExecutionId())) {
      throw new OperationFailed("Another backup or restore is at work");
    }
  }

  /** Asked for by the server when somebody stops the job: the program under way is ended. */
  @Override
  public void stop() {
    var working = worker;
    if (working != null) {
      working.interrupt();
    }
  }
}
