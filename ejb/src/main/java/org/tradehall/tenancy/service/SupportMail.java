package org.tradehall.tenancy.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.tradehall.identity.model.User;
import org.tradehall.mail.service.Mail;
import org.tradehall.mail.service.MailService;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.model.SupportSession;

/** Tells an owner that platform staff are at work in his business. */
@ApplicationScoped
class SupportMail {

  @Inject MailService mail;

  void send(User owner, Business business, SupportSession session) {
    mail.send(
        new Mail(
            owner.getEmail(),
            Locale.forLanguageTag(owner.getLocale()),
            "tenancy.support",
            List.of(
                owner.getName(),
                session.getAdmin().getName(),
                business.getName(),
                session.getReason(),
                String.valueOf(
                    Duration.between(session.getStartedAt(), session.getEndsAt()).toMinutes())),
            "/app/settings/profile"));
  }
}
