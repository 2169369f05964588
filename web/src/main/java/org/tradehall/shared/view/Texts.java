package org.tradehall.shared.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.ConstraintViolation;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import org.tradehall.shared.model.DomainException;
import org.tradehall.shared.model.Money;
import org.tradehall.shared.model.Quantity;
import org.tradehall.shared.model.Violation;

/**
 * The words of pages and problem documents, in the request's language: {@code
 * #{text['sales.new.title']}} is the key {@code new.title} of the bundle {@code sales}. A missing
 * key shows itself, which is better than an empty button.
 */
@Named("text")
@ApplicationScoped
public class Texts extends AbstractMap<String, String> {
  private static final String BUNDLES = "org.tradehall.messages.";
  private static final String CONSTRAINTS = "ValidationMessages";

  /** A language without a bundle gets English, whatever the server's own language is. */
  private static final Control ENGLISH_ELSE =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  @Inject Language language;
  @Inject Formats formats;

  @Override
  public String get(Object key) {
    return in(language.getTag(), String.valueOf(key));
  }

  /** A text in another language than the request's. */
  public String in(String languageTag, String key) {
    var dot = key.indexOf('.');
    if (dot < 0) {
      return key;
    }
    try {
      var bundle = BUNDLES + key.substring(0, dot);
      return ResourceBundle.getBundle(bundle, Locale.forLanguageTag(languageTag), ENGLISH_ELSE)
          .getString(key.substring(dot + 1));
    } catch (MissingResourceException e) {
      return key;
    }
  }

  @Override
  public boolean containsKey(Object key) {
    return !get(key).equals(key);
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return Set.of();
  }

  /** The text with its places {@code {0}}, {@code {1}}… filled. */
  public String format(String key, Object... arguments) {
    var written = Arrays.stream(arguments).map(this::written).toArray();
    return new MessageFormat(get(key), Locale.ROOT).format(written);
  }

  private Object written(Object argument) {
    if (argument instanceof Money amount) {
      return formats.amount(amount);
    }
    if (argument instanceof Quantity quantity) {
      return formats.quantity(quantity);
    }
    if (argument instanceof LocalDate day) {
      return formats.date(day);
    }
    if (argument instanceof BigDecimal number) {
      return formats.number(number);
    }
    return argument instanceof Number count ? formats.count(count.longValue()) : argument;
  }

  public String of(DomainException refusal) {
    return error(refusal.code(), refusal.arguments());
  }

  public String of(Violation violation) {
    return error(violation.code(), violation.arguments().toArray());
  }

  /** The message of an error code: {@code sales.overpaid} is {@code error.overpaid} of sales. */
  public String error(String code, Object... arguments) {
    var dot = code.indexOf('.');
    return dot < 0
        ? format("shared.error." + code, arguments)
        : format(code.substring(0, dot) + ".error." + code.substring(dot + 1), arguments);
  }

  /** The message of a broken constraint, with its limits. */
  public String of(ConstraintViolation<?> violation) {
    var template = violation.getMessageTemplate();
    try {
      var bundle =
          ResourceBundle.getBundle(
              CONSTRAINTS,
              language.getLocale(),
              Thread.currentThread().getContextClassLoader(),
              ENGLISH_ELSE);
      var text = bundle.getString(template.replaceAll("[{}]", ""));
      for (var limit : violation.getConstraintDescriptor().getAttributes().entrySet()) {
        text = text.replace("{" + limit.getKey() + "}", String.valueOf(limit.getValue()));
      }
      return text;
    } catch (MissingResourceException e) {
      return violation.getMessage();
    }
  }
}
