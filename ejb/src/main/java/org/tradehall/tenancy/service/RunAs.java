package org.tradehall.tenancy.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.Set;
import org.tradehall.tenancy.model.Permission;

/**
 * Lets work that no request carries (a job, a start-up) run in a business, with the rights of one
 * of its members. To be called from a thread that has no request.
 */
@ApplicationScoped
public class RunAs {

  @Inject BusinessContext context;
  @Inject BusinessService businesses;

  /**
   * @param scope the most that the work may do, whatever the member may
   */
  @ActivateRequestContext
  public void run(Long userId, Long businessId, Set<Permission> scope, Runnable work) {
    context.identify(userId);
    context.limit(scope);
    businesses.enter(businessId, null);
    work.run();
  }

  /**
   * Lets work run in a business that no member asked for. It has no rights: it can call only what
   * needs none.
   */
  @ActivateRequestContext
  public void housekeep(Long businessId, Runnable work) {
    context.identify(null);
    context.claim(businessId);
    try {
      work.run();
    } finally {
      context.leave();
    }
  }
}
