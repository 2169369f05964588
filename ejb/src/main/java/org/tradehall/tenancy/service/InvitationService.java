package org.tradehall.tenancy.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tradehall.identity.model.User;
import org.tradehall.replica.service.Reads;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.model.Invitation;
import org.tradehall.tenancy.model.Membership;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.model.RoleChoice;
import org.tradehall.tenancy.model.Sight;

/** Inviting people by e-mail to work in a business, and accepting. */
@Stateless
public class InvitationService {

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject BusinessService businesses;
  @Inject TenantBinding binding;
  @Inject Workplaces workplaces;
  @Inject RoleService roles;
  @Inject InvitationWriter writer;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /** An open invitation and its role. */
  public record Invited(Invitation invitation, RoleChoice role) {}

  /** What an invited person is shown before he accepts. */
  public record Offer(
      Long businessId, String businessName, String email, String invitedBy, RoleChoice role) {}

  /** Open invitations, newest first. */
  @Reads
  @Requires(Permission.MEMBER_MANAGE)
  public List<Invited> list() {
    var open =
        em.createQuery(
                "select i from Invitation i join fetch i.invitedBy"
                    + " where i.endedAt is null and i.expiresAt > :now"
                    + " order by i.createdAt desc, i.id desc",
                Invitation.class)
            .setParameter("now", clock.instant())
            .getResultList();
    return open.stream().map(each -> new Invited(each, each.getRole())).toList();
  }

  /** Invites somebody; an open invitation to the same address ends. */
  @Requires(Permission.MEMBER_MANAGE)
  public Invitation invite(@NotNull @Valid InvitationForm form) {
    var role = roles.grantable(form.role());
    workplaces.assertKnown(form.branches());
    var email = User.canonical(form.email());
    assertNoMember(email);
    return writer.write(email, role, form.branches());
  }

  @Requires(Permission.MEMBER_MANAGE)
  public void withdraw(Long id) {
    var invitation = em.find(Invitation.class, id);
    if (invitation == null) {
      throw new NotFoundException("tenancy.no-such-invitation");
    }
    invitation.end(clock.instant());
    deeds.fire(new Deed("member.uninvite", "Invitation", id));
  }

  /**
   * What a link offers. The caller must not be in a business.
   *
   * @throws NotFoundException if there is no such invitation, or it has ended or expired
   */
  @Anyone("the secret in the link is the right")
  public Offer look(String code) {
    var invitation = open(code);
    var business = business(code);
    return new Offer(
        business.getId(),
        business.getName(),
        invitation.getEmail(),
        invitation.getInvitedBy().getName(),
        invitation.getRole());
  }

  /** Whether a link is good and was sent to an address. Asked by somebody without a business. */
  @Anyone("the secret in the link is the right")
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean isFor(String email, String code) {
    return find(code).filter(each -> each.getEmail().equals(User.canonical(email))).isPresent();
  }

  /**
   * Makes the caller a member, and enters the business. The link proves that its holder reads the
   * invited address, so he may accept as whoever he is here.
   *
   * @throws NotFoundException if there is no such invitation, or it has ended or expired
   * @throws RefusedException if the caller is a member already
   */
  @Anyone("the secret in the link is the right")
  public void accept(String code) {
    var invitation = open(code);
    var user = em.find(User.class, context.getUserId());
    var business = business(code);
    var known =
        em.createQuery(
                "select count(m) from Membership m where m.business = :business and m.user = :user",
                Long.class)
            .setParameter("business", business)
            .setParameter("user", user)
            .getSingleResult();
    if (known > 0) {
      throw new RefusedException("tenancy.member-already");
    }
    var now = clock.instant();
    var member = new Membership(business, user, invitation.getRole(), now);
    em.persist(member);
    em.flush();
    workplaces.assign(member, invitation.getBranchIds());
    invitation.accept(user.getId(), now);
    em.flush();
    // What is called from here is in this business as well.
    context.claim(business.getId());
    businesses.choose(business.getId());
    deeds.fire(
        new Deed(
            "member.join",
            "Membership",
            member.getId(),
            Map.of("invitation", invitation.getId(), "role", member.getRole().key())));
  }

  private Invitation open(String code) {
    return find(code).orElseThrow(() -> new NotFoundException("tenancy.no-such-invitation"));
  }

  private Optional<Invitation> find(String code) {
    var business = Secret.businessOf(InvitationWriter.PREFIX, code);
    if (business.isEmpty()) {
      return Optional.empty();
    }
    binding.bind(business.get(), context.getUserId(), Sight.ALL);
    return em.createQuery("select i from Invitation i where i.secretHash = :hash", Invitation.class)
        .setParameter("hash", new Secret(code).hash())
        .getResultStream()
        .findFirst()
        .filter(invitation -> invitation.isOpen(clock.instant()));
  }

  private Business business(String code) {
    return em.find(Business.class, Secret.businessOf(InvitationWriter.PREFIX, code).orElseThrow());
  }

  private void assertNoMember(String email) {
    long known =
        em.createQuery(
                "select count(m) from Membership m where m.business.id = :business"
                    + " and m.user.email = :email",
                Long.class)
            .setParameter("business", context.getBusinessId())
            .setParameter("email", email)
            .getSingleResult();
    if (known > 0) {
      throw new InvalidException(Violation.at("email", "tenancy.member-already"));
    }
  }
}
