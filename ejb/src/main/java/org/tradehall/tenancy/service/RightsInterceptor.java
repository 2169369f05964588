package org.tradehall.tenancy.service;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.tradehall.shared.model.ForbiddenException;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.CrossTenant;

/** Checks the declared right before anything else happens. A method without one is refused. */
public class RightsInterceptor {

  @Inject BusinessContext context;

  @AroundInvoke
  public Object check(InvocationContext call) throws Exception {
    var method = call.getMethod();
    var requires = declared(method, Requires.class);
    if (requires != null) {
      if (!context.allows(requires.value())) {
        throw new ForbiddenException("shared.forbidden");
      }
    } else if (declared(method, Anyone.class) == null
        && declared(method, CrossTenant.class) == null) {
      throw new IllegalStateException("No right is declared for " + method);
    }
    return call.proceed();
  }

  private static <A extends Annotation> A declared(Method method, Class<A> type) {
    var onMethod = method.getAnnotation(type);
    return onMethod != null ? onMethod : method.getDeclaringClass().getAnnotation(type);
  }
}
