package org.tradehall.tenancy.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tradehall.identity.service.PasswordService;
import org.tradehall.replica.service.Reads;
import org.tradehall.shared.model.ConflictException;
import org.tradehall.shared.model.ForbiddenException;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.model.UnavailableException;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.model.Membership;
import org.tradehall.tenancy.model.MembershipBranch;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.model.ReadyRole;
import org.tradehall.tenancy.model.RoleChoice;

/**
 * The people of a business. Only their place in it is anybody's to change here; name, address and
 * password are the person's own. Nobody gives or takes more than he has himself, and a business is
 * never without an owner.
 */
@Stateless
@Requires(Permission.MEMBER_MANAGE)
public class MemberService {

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject RoleService roles;
  @Inject Workplaces workplaces;
  @Inject PasswordService passwords;
  @Inject Event<Deed> deeds;

  /** All members, by name. */
  @Reads
  public List<Member> list() {
    var members =
        em.createQuery(
                "select m from Membership m join fetch m.user"
                    + " where m.business.id = :business order by m.user.name, m.id",
                Membership.class)
            .setParameter("business", context.getBusinessId())
            .getResultList();
    var branches =
        em.createQuery("select b from MembershipBranch b", MembershipBranch.class)
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    MembershipBranch::getMembershipId,
                    Collectors.mapping(MembershipBranch::getBranchId, Collectors.toList())));
    return members.stream()
        .map(member -> whole(member, branches.getOrDefault(member.getId(), List.of())))
        .toList();
  }

  @Reads
  public Member get(Long id) {
    var member = find(id);
    return whole(
        member, workplaces.of(member).stream().map(MembershipBranch::getBranchId).toList());
  }

  /**
   * Gives a member another role or other branches; works from his next request on.
   *
   * @throws ConflictException if somebody else changed the member since it was read
   * @throws RefusedException if the business would be without an owner
   */
  public void update(Long id, @NotNull @Valid MemberForm form) {
    lockBusiness();
    var member = find(id);
    if (form.version() != null && !form.version().equals(member.getVersion())) {
      throw new ConflictException("shared.changed-meanwhile");
    }
    assertMayTouch(member);
    var role = roles.grantable(form.role());
    if (member.isOwner() && role.ready() != ReadyRole.OWNER) {
      assertAnotherOwner(member);
    }
    var before = member.facts();
    member.assign(role);
    workplaces.assign(member, form.branches());
    em.flush();
    deeds.fire(new Deed("member.update", "Membership", id).changed(before, member.facts()));
  }

  /**
   * Ends a membership; the person's API keys for this business end with it.
   *
   * @throws RefusedException if the business would be without an owner
   */
  public void remove(Long id) {
    lockBusiness();
    var member = find(id);
    assertMayTouch(member);
    end(member, "member.remove");
  }

  /**
   * Ends the caller's own membership.
   *
   * @throws RefusedException if the caller is the only owner
   */
  @Anyone("whoever works in a business may leave it")
  public void leave() {
    if (context.isPaused()) {
      throw new UnavailableException(TenantInterceptor.PAUSED);
    }
    lockBusiness();
    end(own(), "member.leave");
    context.leave();
  }

  /**
   * Makes another member the owner in the caller's place, who becomes a manager.
   *
   * @param businessName typed by the caller, so that it is not done by a slip
   * @param password the caller's
   */
  @Requires(Permission.BUSINESS_MANAGE)
  public void transferOwnership(Long memberId, String businessName, String password) {
    lockBusiness();
    var self = own();
    var heir = find(memberId);
    if (!self.isOwner() || heir.getId().equals(self.getId())) {
      throw new RefusedException("tenancy.not-to-oneself");
    }
    if (!self.getBusiness().getName().equals(businessName)) {
      throw new InvalidException(Violation.at("businessName", "tenancy.name-to-confirm"));
    }
    passwords.confirm("password", password);
    heir.assign(RoleChoice.of(ReadyRole.OWNER));
    workplaces.assign(heir, List.of());
    self.assign(RoleChoice.of(ReadyRole.MANAGER));
    em.flush();
    deeds.fire(
        new Deed(
            "business.transfer",
            "Business",
            context.getBusinessId(),
            Map.of("from", self.getUser().getId(), "to", heir.getUser().getId())));
  }

  private void end(Membership member, String action) {
    if (member.isOwner()) {
      assertAnotherOwner(member);
    }
    var user = member.getUser().getId();
    deeds.fire(new Deed(action, "Membership", member.getId(), Map.of("user", user)));
    em.remove(member);
    em.flush();
  }

  private Member whole(Membership member, List<Long> branches) {
    return new Member(member, member.getRole(), branches);
  }

  private Membership find(Long id) {
    return one("m.id = :key", id);
  }

  private Membership own() {
    return one("m.user.id = :key", context.getUserId());
  }

  private Membership one(String condition, Long key) {
    return em.createQuery(
            "select m from Membership m join fetch m.user join fetch m.business"
                + " where m.business.id = :business and "
                + condition,
            Membership.class)
        .setParameter("business", context.getBusinessId())
        .setParameter("key", key)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("tenancy.no-such-member"));
  }

  /** Two owners who resign at the same moment would each find the other one left. */
  private void lockBusiness() {
    var business = em.find(Business.class, context.getBusinessId());
    em.lock(business, LockModeType.PESSIMISTIC_WRITE);
  }

  private void assertMayTouch(Membership member) {
    if (member.getUser().getId().equals(context.getUserId())) {
      throw new RefusedException("tenancy.not-oneself");
    }
    if (!context.covers(member.getRole())) {
      throw new ForbiddenException("tenancy.member-has-more");
    }
  }

  private void assertAnotherOwner(Membership member) {
    long others =
        em.createQuery(
                "select count(m) from Membership m where m.business = :business"
                    + " and m.readyRole = :owner and m <> :member",
                Long.class)
            .setParameter("business", member.getBusiness())
            .setParameter("owner", ReadyRole.OWNER)
            .setParameter("member", member)
            .getSingleResult();
    if (others == 0) {
      throw new RefusedException("tenancy.last-owner");
    }
  }
}
