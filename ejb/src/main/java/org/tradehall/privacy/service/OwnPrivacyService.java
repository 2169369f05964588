package org.tradehall.privacy.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.tradehall.privacy.service.PersonalData.Section;
import org.tradehall.shared.model.ForbiddenException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.service.Anyone;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.BusinessService;

/**
 * What is kept of the caller, in all his businesses, and forgetting him. Each business is looked
 * into in a transaction of its own, for a transaction knows one business only.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OwnPrivacyService {

  @Inject OwnData data;
  @Inject BusinessService businesses;
  @Inject BusinessContext context;

  @Anyone("one's own data")
  public PersonalData export() {
    requireMe();
    var here = context.isEntered() ? context.getBusinessId() : null;
    var sections = new ArrayList<Section>();
    try {
      context.leave();
      sections.addAll(data.outside());
      for (var membership : businesses.mine()) {
        var business = membership.getBusiness();
        businesses.enter(business.getId(), null);
        for (var section : data.inside()) {
          var name = business.getName() + " (" + business.getId() + "): " + section.name();
          sections.add(new Section(name, section.columns(), section.rows()));
        }
      }
    } finally {
      comeBack(here);
    }
    return new PersonalData(List.copyOf(sections));
  }

  private void comeBack(Long business) {
    context.leave();
    if (business != null) {
      businesses.enter(business, null);
    }
  }

  /** Whether the caller still works anywhere; then he cannot be forgotten. */
  @Anyone("one's own memberships")
  public boolean isMember() {
    requireMe();
    return !businesses.mine().isEmpty();
  }

  /**
   * Makes the caller nobody. What he did stays in the logs, done by nobody in particular.
   *
   * @throws RefusedException if he is still a member of a business
   */
  @Anyone("one's own account")
  public void erase() {
    requireMe();
    if (!businesses.mine().isEmpty()) {
      throw new RefusedException("privacy.still-member");
    }
    context.leave();
    data.forget();
  }

  private void requireMe() {
    if (context.getUserId() == null) {
      throw new ForbiddenException("shared.forbidden");
    }
  }
}
