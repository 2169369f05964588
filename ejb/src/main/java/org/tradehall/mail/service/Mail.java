package org.tradehall.mail.service;

import java.util.List;
import java.util.Locale;

/**
 * What is to be mailed to whom. The template is a key such as {@code identity.reset}: the bundle
 * {@code org.tradehall.mail.identity} has its {@code reset.subject}, {@code reset.body} and, for
 * the button that leads on, {@code reset.action}.
 *
 * @param to an e-mail address
 * @param locale the recipient's language
 * @param arguments fill the places <code>{0}</code>, <code>{1}</code>… of subject and body; they
 *     may come from anybody
 * @param path page of this installation to which the mail leads, with a slash at its start; null if
 *     it leads nowhere
 */
public record Mail(String to, Locale locale, String template, List<String> arguments, String path) {

  public Mail {
    arguments = List.copyOf(arguments);
  }

  /** Its path may hold a secret. */
  @Override
  public String toString() {
    return "Mail " + template;
  }
}
