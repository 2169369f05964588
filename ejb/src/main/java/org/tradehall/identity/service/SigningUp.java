package org.tradehall.identity.service;

/**
 * Somebody is about to sign up. Whoever has something against it throws.
 *
 * @param invitation code of the invitation by which he comes; null if by none
 */
public record SigningUp(String email, String invitation) {

  @Override
  public String toString() {
    return "SigningUp";
  }
}
