package org.tradehall.identity.service;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a new user tells; {@link PasswordRules} judge the password.
 *
 * @param invitation code of the invitation by which he comes; null if by none
 */
public record SignUp(
    @NotBlank @Size(max = 120) String name,
    @NotBlank @Email @Size(max = 254) String email,
    @NotNull @Size(min = 12, max = 128) String password,
    String invitation) {

  public SignUp(String name, String email, String password) {
    this(name, email, password, null);
  }

  @Override
  public String toString() {
    return "SignUp";
  }
}
