package org.tradehall.tenancy.service;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;
import org.tradehall.shared.model.UnavailableException;
import org.tradehall.shared.service.CrossTenant;

/** Applies the business context to the transaction of every EJB call. */
public class TenantInterceptor {

  static final String PAUSED = "tenancy.restoring";

  @Inject BusinessContext context;
  @Inject TenantBinding binding;

  @AroundInvoke
  @AroundTimeout
  public Object bind(InvocationContext call) throws Exception {
    boolean known = context.getBusinessId() != null || context.getUserId() != null;
    boolean crossTenant =
        call.getMethod().getDeclaringClass().isAnnotationPresent(CrossTenant.class);
    if (known && !crossTenant) {
      binding.bind(context.getBusinessId(), context.getUserId(), context.getSight());
      if (binding.seesPause()) {
        context.pause(binding.isPaused());
      }
      refuseWritingWhilePaused(call);
    }
    return call.proceed();
  }

  private void refuseWritingWhilePaused(InvocationContext call) {
    var requires = RightsInterceptor.declared(call.getMethod(), Requires.class);
    if (context.isPaused() && requires != null && requires.value().isWriting()) {
      throw new UnavailableException(PAUSED);
    }
  }
}
