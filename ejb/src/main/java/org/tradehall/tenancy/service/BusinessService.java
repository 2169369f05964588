package org.tradehall.tenancy.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.tradehall.identity.model.User;
import org.tradehall.identity.service.PasswordService;
import org.tradehall.shared.model.ConflictException;
import org.tradehall.shared.model.ForbiddenException;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.model.BusinessStatus;
import org.tradehall.tenancy.model.Membership;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.model.ReadyRole;
import org.tradehall.tenancy.model.RoleChoice;
import org.tradehall.tenancy.model.Sight;

/** Opening a business, and entering one to work in it. */
@Stateless
public class BusinessService {

  /** Code of the branch that every business has from the start. */
  private static final String FIRST_BRANCH = "01";

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject PasswordService passwords;
  @Inject TenantBinding binding;
  @Inject Event<Deed> deeds;
  @Inject Event<BusinessOpened> opened;
  @Inject InvitationWriter invitations;
  @Inject Clock clock;

  /** Opens a business that the caller owns, with its first branch, and enters it. */
  @Anyone("whoever is logged in may open a business of his own")
  public Business open(@Valid NewBusiness request) {
    var owner = caller();
    var business = persisted(request);
    binding.bind(business.getId(), owner.getId(), Sight.ALL);
    var membership = new Membership(business, owner, ReadyRole.OWNER, clock.instant());
    em.persist(membership);
    em.flush();
    var branch = firstBranch(request);
    owner.choose(business.getId());
    context.enter(Entry.of(membership, List.of(branch), branch, true));
    furnish(business, request);
    return business;
  }

  /**
   * Opens a business for somebody else, who becomes its owner by accepting an invitation.
   *
   * @param ownerEmail address of a person who need not have an account yet
   */
  @RequiresAdmin(AdminPermission.BUSINESS_CREATE)
  public Business found(
      @NotNull @Valid NewBusiness request, @NotBlank @Email @Size(max = 254) String ownerEmail) {
    var staff = caller();
    var business = persisted(request);
    binding.bind(business.getId(), staff.getId(), Sight.ALL);
    // What follows refers to the business by value, so nothing else puts it first.
    em.flush();
    var branch = firstBranch(request);
    context.enter(Entry.founding(business, staff, branch));
    furnish(business, request);
    invitations.write(ownerEmail, RoleChoice.of(ReadyRole.OWNER), List.of());
    deeds.fire(new Deed("business.found", "Business", business.getId()).outsideBusinesses());
    em.flush();
    context.leave();
    return business;
  }

  private Business persisted(NewBusiness request) {
    var business =
        new Business(
            request.name(),
            request.currency(),
            request.locale(),
            request.timeZone(),
            request.pricesIncludeTax(),
            request.allowNegativeStock(),
            clock.instant());
    em.persist(business);
    return business;
  }

  private Branch firstBranch(NewBusiness request) {
    var branch = new Branch(FIRST_BRANCH, request.name().strip(), request.timeZone());
    em.persist(branch);
    return branch;
  }

  private void furnish(Business business, NewBusiness request) {
    opened.fire(new BusinessOpened(request.taxName(), request.taxPercent()));
    deeds.fire(new Deed("business.open", "Business", business.getId()).made(business.facts()));
    em.flush();
  }

  /**
   * Enters a business of the caller's and remembers the choice.
   *
   * @throws NotFoundException if the caller has no membership there, or there is no such business
   */
  @Anyone("the membership is what is being looked for")
  public void choose(Long businessId) {
    enter(businessId, null);
    caller().choose(businessId);
  }

  /**
   * Puts the caller's membership into the context of this request.
   *
   * @param branchId where the person wants to work; null, or one where he may not, for the first
   * @throws NotFoundException if the caller has no membership there, there is no such business, or
   *     it is closed
   */
  @Anyone("the membership is what is being looked for")
  public void enter(Long businessId, Long branchId) {
    binding.bind(businessId, context.getUserId(), Sight.ALL);
    var member = member(businessId);
    var all =
        em.createQuery("select b from Branch b where b.active = true order by b.code", Branch.class)
            .getResultList();
    var assigned = all.size() == 1 ? List.<Long>of() : assigned(member);
    var own = all.stream().filter(b -> assigned.isEmpty() || assigned.contains(b.getId())).toList();
    if (own.isEmpty()) {
      throw new NotFoundException("tenancy.no-membership");
    }
    var branch = own.stream().filter(b -> b.getId().equals(branchId)).findAny().orElse(own.get(0));
    context.enter(Entry.of(member, own, branch, assigned.isEmpty()));
    context.pause(binding.isPaused());
  }

  private Membership member(Long businessId) {
    var members =
        em.createQuery(
                "select m from Membership m join fetch m.business join fetch m.user"
                    + " where m.business.id = :business and m.user.id = :user"
                    + " and m.user.active = true and m.business.status <> :closed",
                Membership.class)
            .setParameter("business", businessId)
            .setParameter("user", context.getUserId())
            .setParameter("closed", BusinessStatus.CLOSED)
            .getResultList();
    if (members.isEmpty()) {
      throw new NotFoundException("tenancy.no-membership");
    }
    return members.get(0);
  }

  private List<Long> assigned(Membership member) {
    return em.createQuery(
            "select b.branchId from MembershipBranch b where b.membershipId = :member", Long.class)
        .setParameter("member", member.getId())
        .getResultList();
  }

  /**
   * Changes how the business counts and writes; what was recorded before stays as it was.
   *
   * @throws ConflictException if somebody else changed the business since it was read
   */
  @Requires(Permission.BUSINESS_MANAGE)
  public Business update(@NotNull @Valid BusinessForm form) {
    var business = em.find(Business.class, context.getBusinessId());
    if (!form.version().equals(business.getVersion())) {
      throw new ConflictException("shared.changed-meanwhile");
    }
    var before = business.facts();
    business.define(form.name(), form.locale(), form.pricesIncludeTax(), form.allowNegativeStock());
    em.flush();
    deeds.fire(
        new Deed("business.update", "Business", business.getId())
            .changed(before, business.facts()));
    return business;
  }

  /**
   * Closes the business: nobody enters it any more. Nothing is deleted, so that the platform staff
   * can open it again.
   *
   * @param businessName typed by the caller, so that it is not done by a slip
   * @param password the caller's
   */
  @Requires(Permission.BUSINESS_MANAGE)
  public void close(String businessName, String password) {
    var business = em.find(Business.class, context.getBusinessId());
    if (!business.getName().equals(businessName)) {
      throw new InvalidException(Violation.at("businessName", "tenancy.name-to-confirm"));
    }
    passwords.confirm("password", password);
    business.become(BusinessStatus.CLOSED, null, clock.instant());
    deeds.fire(new Deed("business.close", "Business", business.getId()));
    em.flush();
    context.leave();
  }

  /** The caller's memberships, by name of the business. */
  @Anyone("a person sees his own memberships")
  public List<Membership> mine() {
    return em.createQuery(
            "select m from Membership m join fetch m.business join fetch m.user"
                + " where m.user.id = :user and m.business.status <> :closed"
                + " order by m.business.name, m.business.id",
            Membership.class)
        .setParameter("closed", BusinessStatus.CLOSED)
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
