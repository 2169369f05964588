package org.tradehall.backup.service;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.inject.Inject;
import java.time.Duration;
import org.tradehall.backup.model.Restoration;
import org.tradehall.backup.model.RestorationState;
import org.tradehall.shared.service.Node;

/** A box of the flow of a business's restore. */
abstract class RestorationStep extends OperationStep<Restoration> {

  @Inject Restorations restorations;
  @Inject RestorationFiles files;
  @Inject Node node;

  @Override
  Restoration operation() {
    return restorations.find(of(job)).orElseThrow();
  }

  static long of(JobContext job) {
    return Long.parseLong(
        BatchRuntime.getJobOperator()
            .getParameters(job.getExecutionId())
            .getProperty(RestorationJobs.RESTORATION));
  }

  /** To be called by the first step of a job. */
  final void begin(Restoration restoration, RestorationState working) {
    takeTurn();
    if (!restorations.begin(restoration.id(), working, node.name())) {
      lock.release(job.getExecutionId());
      throw new OperationFailed("This restore is not where it could be worked on");
    }
  }

  /** Its state tells where it is. */
  @Override
  void enter(Restoration restoration, String stepName) {}

  @Override
  void leave(Restoration restoration, String stepName, Duration took) {
    restorations.took(restoration.id(), stepName, took);
  }

  /** Unless somebody else is at work on the same one. */
  @Override
  void fail(Restoration restoration, Exception problem) {
    if (lock.isHeldBy(job.getExecutionId()) || restoration.node() == null) {
      restorations.failed(restoration.id(), Restorations.problem(problem));
    }
  }

  static String workOf(long restoration) {
    return "business-" + restoration;
  }
}
