package org.tradehall.platform.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.function.IntSupplier;
import org.tradehall.audit.service.LogSealer;
import org.tradehall.tenancy.service.BusinessContext;

/** Seals all that waits, in one business after the other and in transactions of their own. */
@ApplicationScoped
public class SealingRound {

  @Inject LogOwners owners;
  @Inject LogSealer sealer;
  @Inject BusinessContext context;

  @ActivateRequestContext
  public void run() {
    for (var business : owners.waiting()) {
      context.claim(business);
      sealAll(sealer::seal);
    }
    context.leave();
    sealAll(sealer::sealPlatform);
  }

  private static void sealAll(IntSupplier some) {
    int sealed;
    do {
      sealed = some.getAsInt();
    } while (sealed == LogSealer.AT_ONCE);
  }
}
