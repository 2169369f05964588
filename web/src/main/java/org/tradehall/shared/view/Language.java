package org.tradehall.shared.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.tradehall.identity.model.User;
import org.tradehall.identity.service.UserService;
import org.tradehall.tenancy.service.BusinessContext;

/**
 * The language in which this request is answered: on pages the one that the person has chosen,
 * before login the browser's. A program may ask for one by {@code Accept-Language}.
 */
@Named
@RequestScoped
public class Language {

  /** Those that the texts are in; the first one is for everybody else. */
  public static final List<Locale> ALL =
      List.of(Locale.ENGLISH, Locale.GERMAN, new Locale("es"), new Locale("ar"));

  private static final Set<String> FROM_RIGHT = Set.of("ar");

  @Inject HttpServletRequest request;
  @Inject BusinessContext context;
  @Inject UserService users;

  private User person;

  public Locale getLocale() {
    var user = person();
    var asked = request.getHeader("Accept-Language");
    if (user == null || (asked != null && isProgram())) {
      return best(asked);
    }
    return known(user.getLocale());
  }

  private boolean isProgram() {
    return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
  }

  /** Null before login. */
  private User person() {
    if (context.isEntered()) {
      return context.getUser();
    }
    // Platform staff, or somebody without a business.
    var id = context.getUserId();
    if (person == null || !Objects.equals(person.getId(), id)) {
      person = id == null ? null : users.find(id);
    }
    return person;
  }

  /** The region whose way of writing numbers and dates the person has chosen; null if none. */
  public Locale getRegion() {
    var user = person();
    return user == null || user.getRegion() == null
        ? null
        : Locale.forLanguageTag(user.getRegion());
  }

  /** Of our languages the one that a header prefers. */
  static Locale best(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return ALL.get(0);
    }
    try {
      var best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), ALL);
      return best == null ? ALL.get(0) : best;
    } catch (IllegalArgumentException noSuchHeader) {
      return ALL.get(0);
    }
  }

  private static Locale known(String tag) {
    var wanted = Locale.forLanguageTag(tag).getLanguage();
    return ALL.stream()
        .filter(locale -> locale.getLanguage().equals(wanted))
        .findFirst()
        .orElse(ALL.get(0));
  }

  /** As the {@code lang} of a page has it. */
  public String getTag() {
    return getLocale().toLanguageTag();
  }

  /** As the {@code dir} of a page has it. */
  public String getDirection() {
    return FROM_RIGHT.contains(getLocale().getLanguage()) ? "rtl" : "ltr";
  }
}
