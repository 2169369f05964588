package org.tradehall.tenancy.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.tradehall.identity.model.User;
import org.tradehall.shared.model.ForbiddenException;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.model.Membership;
import org.tradehall.tenancy.model.Role;

/** Opening a business, and entering one to work in it. */
@Stateless
public class BusinessService {

  /** Code of the branch that every business has from the start. */
  private static final String FIRST_BRANCH = "01";

  @PersistenceContext(unitName = "primary")
  EntityManager em;

  @Inject BusinessContext context;
  @Inject TenantBinding binding;
  @Inject Event<Deed> deeds;
  @Inject Event<BusinessOpened> opened;
  @Inject Clock clock;

  /** Opens a business that the caller owns, with its first branch, and enters it. */
  @Anyone("whoever is logged in may open a business of his own")
  public Business open(@Valid NewBusiness request) {
    var owner = caller();
    var now = clock.instant();
    var business =
        new Business(
            request.name(),
            request.currency(),
            request.locale(),
            request.timeZone(),
            request.pricesIncludeTax(),
            request.allowNegativeStock(),
            now);
    em.persist(business);
    binding.bind(business.getId(), owner.getId());
    var membership = new Membership(business, owner, Role.OWNER, now);
    em.persist(membership);
    em.flush();
    var branch = new Branch(FIRST_BRANCH, request.name().strip(), request.timeZone());
    em.persist(branch);
    owner.choose(business.getId());
    context.enter(membership, branch);
    opened.fire(new BusinessOpened(request.taxName(), request.taxPercent()));
    deeds.fire(new Deed("business.open", "Business", business.getId()).made(business.facts()));
    em.flush();
    return business;
  }

  /**
   * Enters a business of the caller's and remembers the choice.
   *
   * @throws NotFoundException if the caller has no membership there, or there is no such business
   */
  @Anyone("the membership is what is being looked for")
  public void choose(Long businessId) {
    enter(businessId);
    caller().choose(businessId);
  }

  /**
   * Puts the caller's membership into the context of this request.
   *
   * @throws NotFoundException if the caller has no membership there, or there is no such business
   */
  @Anyone("the membership is what is being looked for")
  public void enter(Long businessId) {
    var memberships =
        em.createQuery(
                "select m from Membership m join fetch m.business join fetch m.user"
                    + " where m.business.id = :business and m.user.id = :user"
                    + " and m.user.active = true",
                Membership.class)
            .setParameter("business", businessId)
            .setParameter("user", context.getUserId())
            .getResultList();
    if (memberships.isEmpty()) {
      throw new NotFoundException("tenancy.no-membership");
    }
    binding.bind(businessId, context.getUserId());
    var branch =
        em.createQuery("select b from Branch b order by b.code", Branch.class)
            .setMaxResults(1)
            .getSingleResult();
    context.enter(memberships.get(0), branch);
  }

  /** The caller's memberships, by name of the business. */
  @Anyone("a person sees his own memberships")
  public List<Membership> mine() {
    return em.createQuery(
            "select m from Membership m join fetch m.business join fetch m.user"
                + " where m.user.id = :user order by m.business.name, m.business.id",
            Membership.class)
        .setParameter("user", context.getUserId())
        .getResultList();
  }

  private User caller() {
    var user = context.getUserId() == null ? null : em.find(User.class, context.getUserId());
    if (user == null || !user.isActive()) {
      throw new ForbiddenException("shared.forbidden");
    }
    return user;
  }
}
