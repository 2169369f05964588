package org.tradehall.platform.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.tradehall.backup.service.BusinessRestored;
import org.tradehall.mail.service.Mail;
import org.tradehall.mail.service.MailService;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.CrossTenant;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.model.ReadyRole;

/** Tells the owners by mail that their business was restored, and to which moment. */
@Stateless
@CrossTenant
@Anyone("told by the restore, which nobody asks")
public class BusinessRestoreNotice {

  @PersistenceContext(unitName = "platform")
  EntityManager em;

  @Inject MailService mail;

  private record Owner(String email, String name, String locale) {}

  public void tell(@Observes BusinessRestored restored) {
    var zone = em.find(Business.class, restored.businessId()).getTimeZone();
    for (var owner : owners(restored.businessId())) {
      var locale = Locale.forLanguageTag(owner.locale());
      mail.send(
          new Mail(
              owner.email(),
              locale,
              "restoration.restored",
              List.of(owner.name(), restored.business(), told(restored, locale, zone)),
              "/app/settings/log"));
    }
  }

  private static String told(BusinessRestored restored, Locale locale, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .format(restored.takenAt().atZone(zone));
  }

  /** Column by column: nobody reads password hashes across businesses. */
  private List<Owner> owners(long businessId) {
    return em.createQuery(
            "select u.email, u.name, u.locale from Membership m join m.user u"
                + " where m.business.id = :business and m.readyRole = :owner and u.active = true"
                + " order by m.id",
            Object[].class)
        .setParameter("business", businessId)
        .setParameter("owner", ReadyRole.OWNER)
        .getResultStream()
        .map(row -> new Owner((String) row[0], (String) row[1], (String) row[2]))
        .toList();
  }
}
