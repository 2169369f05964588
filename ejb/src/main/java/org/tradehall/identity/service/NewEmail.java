package org.tradehall.identity.service;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The wish for another e-mail address.
 *
 * @param password the current one
 */
public record NewEmail(@NotBlank @Email @Size(max = 254) String email, String password) {

  @Override
  public String toString() {
    return "NewEmail";
  }
}
