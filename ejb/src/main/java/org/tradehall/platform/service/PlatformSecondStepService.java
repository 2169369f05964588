package org.tradehall.platform.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tradehall.identity.model.User;
import org.tradehall.identity.service.PasswordService;
import org.tradehall.identity.service.SecondSteps;
import org.tradehall.identity.service.UserIdentityStore;
import org.tradehall.mail.service.Mail;
import org.tradehall.mail.service.MailService;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.service.CrossTenant;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.RequiresAdmin;
import org.tradehall.tenancy.service.StaffRights;

/**
 * Helps people who have lost phone, recovery codes or passkeys: the staff make sure who it is, and
 * take away what he logs in with beside the password. Nobody does it to himself, nor to one of the
 * staff who may do more than he: else a known password of the latter would be enough.
 *
 * <p>By the application's database role, which may do it for the person himself; that of the
 * platform sees nothing of all this.
 */
@Stateless
@CrossTenant
@RolesAllowed(UserIdentityStore.STAFF)
@RequiresAdmin(AdminPermission.USER_MANAGE)
public class PlatformSecondStepService {

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject StaffRights staff;
  @Inject SecondSteps steps;
  @Inject PasswordService passwords;
  @Inject MailService mails;
  @Inject Event<Deed> deeds;
  @Inject Clock clock;

  /** Whether a person has anything to log in with beside the password. */
  public boolean isSetUp(Long userId) {
    return steps.hasOne(userId);
  }

  /**
   * Takes all of it away, ends the person's sessions and tells him.
   *
   * @param reason for the person and the log
   * @param password the caller's
   */
  public void remove(Long userId, @NotBlank @Size(max = 500) String reason, String password) {
    if (userId.equals(context.getUserId())) {
      throw new RefusedException("platform.not-oneself");
    }
    var user = em.find(User.class, userId);
    if (user == null) {
      throw new NotFoundException("platform.no-such-user");
    }
    if (!staff.covers(userId)) {
      throw new RefusedException("platform.may-do-more");
    }
    passwords.confirm("password", password);
    if (!steps.hasOne(userId)) {
      throw new RefusedException("platform.no-second-step");
    }
    steps.removeAll(userId);
    tell(user, reason);
    deeds.fire(
        new Deed("user.remove-second-step", "User", userId, Map.of("reason", reason))
            .outsideBusinesses());
  }

  private void tell(User user, String reason) {
    var locale = Locale.forLanguageTag(user.getLocale());
    var when =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(locale)
            .format(clock.instant().atOffset(ZoneOffset.UTC));
    var caller = em.find(User.class, context.getUserId()).getName();
    mails.send(
        new Mail(
            user.getEmail(),
            locale,
            "platform.secondStepRemoved",
            List.of(user.getName(), caller, when, reason),
            "/forgot"));
  }
}
