package org.tradehall.identity.service;

/** The groups of those who are logged in, as {@code web.xml} and the services know them. */
public final class UserIdentityStore {

  /** The group of everybody who is logged in. */
  public static final String USER = "user";

  /** The group of those who have an admin profile. */
  public static final String STAFF = "platform";

  private UserIdentityStore() {}
}
