package org.tradehall.tenancy.service;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * What is entered of a member.
 *
 * @param role name of a ready-made role, or id of an own one
 * @param branches ids of the branches to work in; empty for all
 * @param version as read before the edit; null to write over what somebody else did
 */
public record MemberForm(@NotNull String role, @NotNull List<Long> branches, Integer version) {}
