package org.tradehall.identity.service;

import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Violation;

/**
 * What a password must be: long enough, and not one that is tried first. No rule about kinds of
 * characters, as NIST 800-63B advises: people meet those by {@code Password1!}. Judged by zxcvbn,
 * which knows 30,000 common passwords, common words and names, rows of keys and dates.
 */
@ApplicationScoped
public class PasswordRules {

  static final int SHORTEST = 12;
  static final int LONGEST = 128;

  /** Of zxcvbn's 0 to 4: withstands 10^8 guesses. */
  private static final int SAFE_SCORE = 3;

  private final Zxcvbn judge = new Zxcvbn();

  /**
   * @param field where the password was typed in, for the message
   * @throws InvalidException if it is too short, too long or easy to guess
   */
  public void check(String field, String password, String email, String name) {
    var length = password == null ? 0 : password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      throw new InvalidException(
          Violation.at(field, "identity.password-length", SHORTEST, LONGEST));
    }
    if (judge.measure(password, own(email, name)).getScore() < SAFE_SCORE) {
      throw new InvalidException(Violation.at(field, "identity.password-guessable"));
    }
  }

  /** Of one that is being typed, of whose person nothing is known yet. */
  public Strength strength(String password) {
    var length = password == null ? 0 : password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Strength.SHORT;
    }
    var start = password.substring(0, Math.min(password.length(), LONGEST));
    var score = judge.measure(start, own("", "")).getScore();
    return score < SAFE_SCORE
        ? Strength.WEAK
        : score == SAFE_SCORE ? Strength.GOOD : Strength.STRONG;
  }

  /** What somebody who knows the person would try. */
  private static List<String> own(String email, String name) {
    var own = new ArrayList<String>(List.of("tradehall"));
    for (var text : List.of(email, name)) {
      var lower = text.toLowerCase(Locale.ROOT);
      own.add(lower);
      own.addAll(List.of(lower.split("[^\\p{L}\\p{N}]+", -1)));
    }
    own.removeIf(String::isBlank);
    return own;
  }
}
