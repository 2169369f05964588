package org.tradehall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.tradehall.harness.ContainerServer;
import org.tradehall.mail.service.Mail;
import org.tradehall.mail.service.MailService;

/** A mail goes out if and only if its transaction goes through: sent inside, looked for outside. */
@ArquillianTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MailIT {

  private static final String COMMITTED = "mail-it-committed@example.org";
  private static final String UNDONE = "mail-it-undone@example.org";
  private static final String LAST = "mail-it-last@example.org";

  @Inject MailService mails;
  @Inject UserTransaction transaction;

  @Deployment
  static EnterpriseArchive application() {
    return ContainerServer.application(MailIT.class);
  }

  @Test
  @Order(1)
  void a_mail_is_part_of_the_transaction() throws Exception {
    transaction.begin();
    mails.send(mail(COMMITTED));
    transaction.commit();
    transaction.begin();
    mails.send(mail(UNDONE));
    transaction.rollback();
    transaction.begin();
    mails.send(mail(LAST));
    transaction.commit();
  }

  private static Mail mail(String to) {
    var name = List.of("Eve\r\nBcc: eve@example.org\r\n\r\n<b>Hi</b>");
    return new Mail(to, Locale.ENGLISH, "identity.changed", name, "/forgot");
  }

  @Test
  @Order(2)
  @RunAsClient
  void what_was_committed_arrives_and_what_was_undone_does_not() {
    Outbox.await(LAST, 1);
    Outbox.await(COMMITTED, 1);
    assertThat(Outbox.mails(UNDONE)).isEmpty();
  }

  @Test
  @Order(3)
  @RunAsClient
  void a_name_with_line_breaks_adds_neither_header_nor_recipient() {
    var mail = Outbox.await(COMMITTED, 1);
    assertThat(mail.to()).containsExactly(COMMITTED);
    assertThat(mail.source().split("\r\n\r\n", 2)[0]).doesNotContainIgnoringCase("bcc");
    assertThat(mail.text()).contains("Hello Eve Bcc: eve@example.org <b>Hi</b>,");
    assertThat(mail.html()).contains("&lt;b&gt;Hi&lt;/b&gt;").doesNotContain("<b>");
    assertThat(Outbox.mails("eve@example.org")).isEmpty();
  }

  @Test
  @Order(4)
  @RunAsClient
  void what_was_delivered_is_forgotten() {
    Outbox.awaitSent(COMMITTED);
    assertThat(Outbox.contents(COMMITTED)).containsExactly("null");
  }
}
