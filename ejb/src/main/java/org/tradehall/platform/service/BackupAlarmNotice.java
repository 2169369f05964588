package org.tradehall.platform.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tradehall.backup.service.BackupAlarm;
import org.tradehall.identity.model.User;
import org.tradehall.mail.service.Mail;
import org.tradehall.mail.service.MailService;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.CrossTenant;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.AdminPermission;
import org.tradehall.tenancy.model.AdminRole;

/** Tells of an alarm: to the system log, and by mail to the staff who look after backups. */
@Stateless
@CrossTenant
@Anyone("told by the watch over backups, which nobody asks")
public class BackupAlarmNotice {

  private static final Logger LOG = Logger.getLogger(BackupAlarmNotice.class.getName());

  @Inject EntityManager em;
  @Inject MailService mail;
  @Inject Event<Deed> deeds;

  public void tell(@Observes BackupAlarm alarm) {
    LOG.log(Level.SEVERE, "Backup alarm: {0}", alarm.problem());
    deeds.fire(
        new Deed("backup.alarm", "Backup", null, Map.of("problem", alarm.problem()))
            .outsideBusinesses());
    for (var person : staff()) {
      mail.send(
          new Mail(
              person.getEmail(),
              Locale.forLanguageTag(person.getLocale()),
              "platform.backupAlarm",
              List.of(person.getName(), alarm.problem()),
              "/platform/backups"));
    }
  }

  private List<User> staff() {
    return em.createQuery(
            "select u, r from AdminProfile a, User u, AdminRole r"
                + " where u.id = a.userId and r.id = a.adminRoleId and u.active = true",
            Object[].class)
        .getResultStream()
        .filter(row -> ((AdminRole) row[1]).allows(AdminPermission.BACKUP_VIEW))
        .map(row -> (User) row[0])
        .toList();
  }
}
