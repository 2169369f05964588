package org.tradehall.backup.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What no backup or restore is at work on any more: a server that dies may leave work and side
 * databases, even of one that had ended well, or while it was clearing up itself.
 */
@ApplicationScoped
public class Remains {

  /**
   * To the batch job repository a job whose server died is at work for ever. One that has just been
   * made may be about to take its turn, unless what it worked on tells that it has ended.
   */
  private static final String END_JOBS =
      """
      with dead as (
        update job_execution set batchstatus = 'FAILED', exitstatus = 'FAILED', endtime = localtimestamp,
          lastupdatedtime = localtimestamp
        where batchstatus in ('STARTING', 'STARTED', 'STOPPING')
          and (createtime < localtimestamp - interval '1 minute' or jobexecutionid in
            (select job from backups where state <> 'RUNNING'
              union all select job from restores where state <> 'RUNNING'))
        returning jobexecutionid)
      update step_execution s set batchstatus = 'FAILED', exitstatus = 'FAILED', endtime = localtimestamp
        from dead where s.jobexecutionid = dead.jobexecutionid
          and s.batchstatus in ('STARTING', 'STARTED', 'STOPPING')""";

  @Inject BackupFolder folder;
  @Inject SideDatabase side;
  @Inject Operations operations;

  /** To be called by who has the turn, so that nothing is at work. */
  void clear() {
    folder.clearUnfinished();
    side.all().forEach(side::drop);
    operations.change(END_JOBS);
  }
}
