package org.tradehall.tenancy.service;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;
import org.tradehall.shared.service.CrossTenant;

/** Applies the business context to the transaction of every EJB call. */
public class TenantInterceptor {

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
    }
    return call.proceed();
  }
}
