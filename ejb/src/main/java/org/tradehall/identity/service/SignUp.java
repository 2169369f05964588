package org.tradehall.identity.service;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a new user tells; {@link PasswordRules} judge the password.
 *
 * @param invitation code of the invitation by which he comes; null if by none
 * @param token of the link that was mailed to the address; null if none was
 */
public record SignUp(
    @NotBlank @Size(max = 120) String name,
    @NotBlank @Email @Size(max = 254) String email,
    @NotNull @Size(min = 12, max = 128) String password,
    String invitation,
    String token) {

  public SignUp(String name, String email, String password) {
    this(name, email, password, null, null);
  }

  @Override
  public String toString() {
    return "SignUp";
  }
}
