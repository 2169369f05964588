package org.tradehall.tenancy.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.tradehall.tenancy.model.Permission;

/**
 * A key for a program.
 *
 * @param name of the program
 * @param permissions what it may do, as long as its maker may
 * @param days after which it ends; null if it does not
 */
public record NewApiKey(
    @NotBlank @Size(max = 80) String name,
    @NotEmpty Set<Permission> permissions,
    @Positive Integer days) {

  public NewApiKey {
    permissions = permissions == null ? Set.of() : Set.copyOf(permissions);
  }
}
