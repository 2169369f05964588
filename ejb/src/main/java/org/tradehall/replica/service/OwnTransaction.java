package org.tradehall.replica.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.Callable;

/** A transaction apart, which may fail and leave the caller's as it was. */
@ApplicationScoped
public class OwnTransaction {

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Object run(Callable<Object> work) throws Exception {
    return work.call();
  }
}
