package org.tradehall.tenancy.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Violation;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.model.Membership;
import org.tradehall.tenancy.model.MembershipBranch;

/** The branches in which a member works; none are all. */
@ApplicationScoped
class Workplaces {

  @Inject EntityManager em;

  @Inject BusinessContext context;

  List<MembershipBranch> of(Membership member) {
    return em.createQuery(
            "select b from MembershipBranch b where b.membershipId = :member",
            MembershipBranch.class)
        .setParameter("member", member.getId())
        .getResultList();
  }

  void assign(Membership member, Collection<Long> branchIds) {
    assertKnown(branchIds);
    of(member).forEach(em::remove);
    em.flush();
    branchIds.stream()
        .distinct()
        .forEach(branch -> em.persist(new MembershipBranch(member.getId(), branch)));
  }

  /**
   * @throws InvalidException if one of them is no branch of this business that takes documents, or
   *     the caller sees less of the business
   */
  void assertKnown(Collection<Long> branchIds) {
    var seen = context.getSight().branches();
    if (seen != null && (branchIds.isEmpty() || !seen.containsAll(branchIds))) {
      throw new InvalidException(Violation.at("branches", "tenancy.branches-not-grantable"));
    }
    for (var id : branchIds) {
      var branch = em.find(Branch.class, id);
      if (branch == null || !branch.isActive()) {
        throw new InvalidException(Violation.at("branches", "tenancy.no-such-branch"));
      }
    }
  }
}
