package org.tradehall.tenancy.service;

import java.util.List;
import org.tradehall.tenancy.model.Membership;
import org.tradehall.tenancy.model.RoleChoice;

/**
 * A membership with its role and the branches it is for.
 *
 * @param branches ids of the branches; empty for all
 */
public record Member(Membership membership, RoleChoice role, List<Long> branches) {}
