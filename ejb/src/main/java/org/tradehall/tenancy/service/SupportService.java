package org.tradehall.tenancy.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.tradehall.identity.model.User;
import org.tradehall.replica.service.Reads;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.model.BusinessStatus;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.model.ReadyRole;
import org.tradehall.tenancy.model.Sight;
import org.tradehall.tenancy.model.SupportSession;

/**
 * Platform staff at work in a business: with a reason, for a while, named beside the owner in every
 * line of the log, and told to the owners.
 */
@Stateless
public class SupportService {

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject TenantBinding binding;
  @Inject StaffRights staff;
  @Inject SupportMail mail;
  @Inject VisitTime time;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /**
   * Begins work in a business. The caller must not be in one.
   *
   * @return id of the support session, by which the next requests {@link #enter}
   * @throws NotFoundException if there is no such business, or it is closed or without an owner
   */
  @RequiresAdmin(AdminPermission.BUSINESS_ENTER)
  public Long begin(Long businessId, @NotBlank @Size(max = 500) String reason) {
    binding.bind(businessId, context.getUserId(), Sight.ALL);
    var business = em.find(Business.class, businessId);
    if (business == null || business.getStatus() == BusinessStatus.CLOSED) {
      throw new NotFoundException("tenancy.no-such-business");
    }
    var owners = owners(businessId);
    if (owners.isEmpty()) {
      throw new NotFoundException("tenancy.no-such-business");
    }
    var admin = em.find(User.class, context.getUserId());
    var session =
        new SupportSession(admin, owners.get(0).getId(), reason, clock.instant(), time.visit());
    em.persist(session);
    em.flush();
    context.enter(entry(business, session));
    deeds.fire(
        new Deed(
            "support.begin",
            "SupportSession",
            session.getId(),
            Map.of("reason", session.getReason(), "until", session.getEndsAt())));
    owners.forEach(owner -> mail.send(owner, business, session));
    return session.getId();
  }

  /**
   * Puts a support session of the caller's into the context of this request.
   *
   * @throws NotFoundException if it has ended, or the caller may not enter businesses any more
   */
  @RequiresAdmin(AdminPermission.BUSINESS_ENTER)
  public void enter(Long businessId, Long sessionId) {
    binding.bind(businessId, context.getUserId(), Sight.ALL);
    var session = em.find(SupportSession.class, sessionId);
    var business = em.find(Business.class, businessId);
    if (session == null
        || !session.isUnderWay(clock.instant())
        || !session.getAdmin().getId().equals(context.getUserId())
        || business.getStatus() == BusinessStatus.CLOSED) {
      throw new NotFoundException("tenancy.support-ended");
    }
    context.enter(entry(business, session));
  }

  /** Ends the caller's work in the business. */
  @Anyone("ends what the caller began")
  public void end() {
    var session = context.getSupport();
    if (session != null) {
      em.find(SupportSession.class, session.getId()).end(clock.instant());
      deeds.fire(new Deed("support.end", "SupportSession", session.getId()));
      em.flush();
      context.leave();
    }
  }

  /** When platform staff were here, newest first. */
  @Reads
  @Requires(Permission.BUSINESS_MANAGE)
  public List<SupportSession> list() {
    return em.createQuery(
            "select s from SupportSession s join fetch s.admin order by s.startedAt desc",
            SupportSession.class)
        .setMaxResults(20)
        .getResultList();
  }

  private Entry entry(Business business, SupportSession session) {
    var branches =
        em.createQuery("select b from Branch b where b.active = true order by b.code", Branch.class)
            .getResultList();
    var role = staff.role().orElseThrow();
    return new Entry(
        business,
        session.getAdmin(),
        null,
        Entry.usable(business, role.getBusinessPermissions()),
        Sight.ALL,
        branches,
        branches.get(0),
        session);
  }

  private List<User> owners(Long businessId) {
    return em.createQuery(
            "select u from Membership m join m.user u"
                + " where m.business.id = :business and m.readyRole = :owner order by m.id",
            User.class)
        .setParameter("business", businessId)
        .setParameter("owner", ReadyRole.OWNER)
        .getResultList();
  }
}
