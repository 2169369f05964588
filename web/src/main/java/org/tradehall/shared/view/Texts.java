package org.tradehall.shared.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import org.tradehall.shared.model.DomainException;
import org.tradehall.shared.model.Violation;

/**
 * The words of the pages: {@code #{text['sales.new.title']}} is the key {@code new.title} of the
 * bundle {@code sales}. A missing key shows itself, which is better than an empty button.
 */
@Named("text")
@ApplicationScoped
public class Texts extends AbstractMap<String, String> {
  private static final String BUNDLES = "org.tradehall.messages.";

  @Override
  public String get(Object key) {
    var name = String.valueOf(key);
    var dot = name.indexOf('.');
    if (dot < 0) {
      return name;
    }
    try {
      var bundle = ResourceBundle.getBundle(BUNDLES + name.substring(0, dot), Locale.ENGLISH);
      return bundle.getString(name.substring(dot + 1));
    } catch (MissingResourceException e) {
      return name;
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
    return new MessageFormat(get(key), Locale.ENGLISH).format(arguments);
  }

  public String of(DomainException refusal) {
    return error(refusal.code(), refusal.arguments());
  }

  public String of(Violation violation) {
    return error(violation.code(), violation.arguments().toArray());
  }

  private String error(String code, Object... arguments) {
    var dot = code.indexOf('.');
    return dot < 0
        ? format("shared.error." + code, arguments)
        : format(code.substring(0, dot) + ".error." + code.substring(dot + 1), arguments);
  }
}
