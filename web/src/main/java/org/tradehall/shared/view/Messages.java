package org.tradehall.shared.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.tradehall.shared.model.Money;
import org.tradehall.tenancy.service.BusinessContext;

/** Texts by feature: the first segment of a key names the bundle, the rest the key in it. */
@ApplicationScoped
public class Messages {

  private static final String BUNDLES = "org.tradehall.messages.";

  @Inject BusinessContext context;

  /** A text of a page, e.g. {@code sales.new.title}. */
  public String text(Locale locale, String key, Object... arguments) {
    int dot = key.indexOf('.');
    var bundle = ResourceBundle.getBundle(BUNDLES + key.substring(0, dot), locale);
    return new MessageFormat(bundle.getString(key.substring(dot + 1)), locale)
        .format(Arrays.stream(arguments).map(this::plain).toArray());
  }

  private Object plain(Object argument) {
    return argument instanceof Money amount && context.isEntered()
        ? amount.in(context.getCurrency()).toPlainString()
        : argument;
  }

  /** The message of an error code, e.g. {@code sales.unknown-product}. */
  public String error(Locale locale, String code, Object... arguments) {
    int dot = code.indexOf('.');
    try {
      return text(locale, code.substring(0, dot) + ".error" + code.substring(dot), arguments);
    } catch (MissingResourceException e) {
      throw new IllegalStateException("There is no text for the error " + code, e);
    }
  }
}
