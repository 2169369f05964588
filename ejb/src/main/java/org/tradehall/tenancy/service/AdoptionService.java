package org.tradehall.tenancy.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tradehall.identity.model.User;
import org.tradehall.mail.service.Mail;
import org.tradehall.mail.service.MailService;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.model.Membership;
import org.tradehall.tenancy.model.ReadyRole;
import org.tradehall.tenancy.model.RoleChoice;
import org.tradehall.tenancy.model.Sight;

/** Opens businesses whose rows come from elsewhere. */
@Stateless
public class AdoptionService {

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject TenantBinding binding;
  @Inject InvitationWriter invitations;
  @Inject MailService mail;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /** Brings the rows of a business. */
  @FunctionalInterface
  public interface Rows {

    /**
     * @param connection of the transaction, which is bound to the business
     * @return what the log is to tell of where they came from
     */
    Map<String, Object> bring(Connection connection, long businessId)
        throws SQLException, IOException;
  }

  /**
   * Opens a business with the rows that it has had elsewhere. Whoever is to own it does so at once
   * if he has an account, and else by accepting an invitation.
   *
   * @throws RefusedException if the rows are not those of a business that works
   */
  @RequiresAdmin(AdminPermission.BUSINESS_CREATE)
  public Business adopt(
      @NotNull Business business,
      @NotBlank @Email @Size(max = 254) String ownerEmail,
      @NotNull Rows rows) {
    var staff = em.find(User.class, context.getUserId());
    em.persist(business);
    binding.bind(business.getId(), staff.getId(), Sight.ALL);
    // What follows refers to the business by value, so nothing else puts it first.
    em.flush();
    var detail = bring(business, rows);
    context.enter(Entry.founding(business, staff, branch()));
    handOver(business, User.canonical(ownerEmail));
    deeds.fire(
        new Deed("business.import", "Business", business.getId(), detail).made(business.facts()));
    deeds.fire(
        new Deed("business.import", "Business", business.getId(), detail).outsideBusinesses());
    em.flush();
    context.leave();
    return business;
  }

  private Map<String, Object> bring(Business business, Rows rows) {
    try {
      return rows.bring(em.unwrap(Connection.class), business.getId());
    } catch (SQLException e) {
      throw new IllegalStateException("The rows of a business could not be written", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Somebody must be able to enter. */
  private Branch branch() {
    var branches =
        em.createQuery("select b from Branch b order by b.code", Branch.class).getResultList();
    try {
      branches.forEach(Branch::getTimeZone);
    } catch (DateTimeException e) {
      throw new RefusedException("archive.no-branch");
    }
    return branches.stream()
        .filter(Branch::isActive)
        .findFirst()
        .orElseThrow(() -> new RefusedException("archive.no-branch"));
  }

  private void handOver(Business business, String email) {
    var owner = user(email).filter(User::isActive);
    if (owner.isPresent()) {
      var member = new Membership(business, owner.get(), ReadyRole.OWNER, clock.instant());
      em.persist(member);
      em.flush();
      deeds.fire(new Deed("member.join", "Membership", member.getId()).made(member.facts()));
      tell(owner.get(), business);
    } else {
      invitations.write(email, RoleChoice.of(ReadyRole.OWNER), List.of());
    }
  }

  private void tell(User owner, Business business) {
    mail.send(
        new Mail(
            owner.getEmail(),
            Locale.forLanguageTag(owner.getLocale()),
            "tenancy.arrival",
            List.of(owner.getName(), business.getName()),
            "/app/dashboard"));
  }

  private Optional<User> user(String email) {
    return em.createQuery("select u from User u where u.email = :email", User.class)
        .setParameter("email", email)
        .getResultStream()
        .findFirst();
  }
}
