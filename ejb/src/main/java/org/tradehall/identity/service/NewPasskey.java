package org.tradehall.identity.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The wish for a passkey.
 *
 * @param name what the person calls it
 * @param password the current one
 */
public record NewPasskey(@NotBlank @Size(max = 80) String name, String password) {

  @Override
  public String toString() {
    return "NewPasskey";
  }
}
