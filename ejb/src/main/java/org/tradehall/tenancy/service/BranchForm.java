package org.tradehall.tenancy.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;

/**
 * What is entered of a branch.
 *
 * @param code stands in the numbers of documents, so it is fixed once the branch exists
 * @param timeZone decides to which day a document belongs
 * @param version as read before an edit; null for a new branch
 */
public record BranchForm(
    @NotNull @Pattern(regexp = "[A-Z0-9]{1,6}", message = "{tradehall.branch-code}") String code,
    @NotBlank @Size(max = 120) String name,
    @NotNull ZoneId timeZone,
    boolean active,
    Integer version) {}
