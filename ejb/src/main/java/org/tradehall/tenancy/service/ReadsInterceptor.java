package org.tradehall.tenancy.service;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;
import org.tradehall.replica.service.ReadRouting;
import org.tradehall.replica.service.Reads;
import org.tradehall.replica.service.Route;

/** Decides for the first use case of a transaction from which copy of the database it reads. */
public class ReadsInterceptor {

  @Inject BusinessContext context;
  @Inject Route route;
  @Inject ReadRouting routing;

  @AroundInvoke
  @AroundTimeout
  public Object route(InvocationContext call) throws Exception {
    if (route.isDecided()) {
      return call.proceed();
    }
    return call.getMethod() != null && call.getMethod().isAnnotationPresent(Reads.class)
        ? routing.read(context.getUserId(), call::proceed)
        : routing.command(call::proceed);
  }
}
