package org.tradehall.tenancy.service;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.tradehall.shared.model.DomainException;
import org.tradehall.shared.model.ForbiddenException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.model.UnavailableException;
import org.tradehall.shared.service.Anyone;
import org.tradehall.tenancy.model.Permission;

/** Checks the declared right before anything else happens. A method without one is refused. */
public class RightsInterceptor {

  @Inject BusinessContext context;
  @Inject StaffRights staff;

  @AroundInvoke
  public Object check(InvocationContext call) throws Exception {
    var method = call.getMethod();
    var requires = declared(method, Requires.class);
    var requiresAdmin = declared(method, RequiresAdmin.class);
    if (requiresAdmin != null) {
      if (Stream.of(requiresAdmin.value()).noneMatch(staff::allows)) {
        throw new ForbiddenException("shared.forbidden");
      }
    } else if (requires != null) {
      if (!context.allows(requires.value())) {
        throw refusal(requires.value());
      }
    } else if (declared(method, Anyone.class) == null) {
      throw new IllegalStateException("No right is declared for " + method);
    }
    return call.proceed();
  }

  private DomainException refusal(Permission permission) {
    if (context.isPaused() && permission.isWriting()) {
      return new UnavailableException(TenantInterceptor.PAUSED);
    }
    boolean suspended = context.isEntered() && !context.getBusiness().isActive();
    return suspended && permission.isWriting()
        ? new RefusedException("tenancy.suspended")
        : new ForbiddenException("shared.forbidden");
  }

  /** What a method declares for itself counts alone; else what its class does. */
  static <A extends Annotation> A declared(Method method, Class<A> type) {
    boolean speaksForItself =
        Stream.of(Requires.class, RequiresAdmin.class, Anyone.class)
            .anyMatch(method::isAnnotationPresent);
    return speaksForItself
        ? method.getAnnotation(type)
        : method.getDeclaringClass().getAnnotation(type);
  }
}
