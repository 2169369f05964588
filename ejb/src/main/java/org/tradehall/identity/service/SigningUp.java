package org.tradehall.identity.service;

/**
 * Somebody is about to sign up. Whoever has something against it throws.
 *
 * @param invitation code of the invitation by which he comes; null if by none
 * @param proved whether he has shown that he reads mail at the address
 */
public record SigningUp(String email, String invitation, boolean proved) {

  @Override
  public String toString() {
    return "SigningUp";
  }
}
