package org.tradehall.identity.service;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The wish for an account.
 *
 * @param language tag of the language of whoever asks
 */
public record SignUpWish(@NotBlank @Email @Size(max = 254) String email, String language) {

  @Override
  public String toString() {
    return "SignUpWish";
  }
}
