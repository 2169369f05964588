package org.tradehall.tenancy.service;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Who is invited.
 *
 * @param role name of a ready-made role, or id of an own one
 * @param branches ids of the branches to work in; empty for all
 */
public record InvitationForm(
    @NotBlank @Email @Size(max = 254) String email,
    @NotNull String role,
    @NotNull List<Long> branches) {

  @Override
  public String toString() {
    return "InvitationForm";
  }
}
