package org.tradehall.identity.view;

import java.io.Serializable;
import java.util.Set;

/**
 * What the session keeps of a login: small, serializable, and no loss if it is lost.
 *
 * @param userId the caller's name
 * @param groups the caller's groups
 */
public record LoggedIn(String userId, Set<String> groups) implements Serializable {

  static final String ATTRIBUTE = LoggedIn.class.getName();
}
