package org.tradehall.tenancy.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.tradehall.replica.service.Reads;
import org.tradehall.shared.model.ConflictException;
import org.tradehall.shared.model.NotFoundException;
import org.tradehall.shared.model.RefusedException;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.model.Permission;

/** Where a business keeps stock and sells. */
@Stateless
@Requires(Permission.BRANCH_MANAGE)
public class BranchService {

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject Event<Deed> deeds;

  /** All branches by code, given up ones among them. */
  @Reads
  @Requires(Permission.MEMBER_MANAGE)
  public List<Branch> list() {
    return em.createQuery("select b from Branch b order by b.code", Branch.class).getResultList();
  }

  @Reads
  public Branch get(Long id) {
    var branch = em.find(Branch.class, id);
    if (branch == null) {
      throw new NotFoundException("tenancy.no-such-branch");
    }
    return branch;
  }

  public Branch create(@NotNull @Valid BranchForm form) {
    var branch = new Branch(form.code(), form.name().strip(), form.timeZone());
    em.persist(branch);
    em.flush();
    deeds.fire(new Deed("branch.create", "Branch", branch.getId()).made(branch.facts()));
    return branch;
  }

  /**
   * @throws ConflictException if somebody else changed the branch since it was read
   * @throws RefusedException if it is to be given up, but nothing would be left to work in
   */
  public Branch update(Long id, @NotNull @Valid BranchForm form) {
    var branch = get(id);
    if (form.version() != null && !form.version().equals(branch.getVersion())) {
      throw new ConflictException("shared.changed-meanwhile");
    }
    if (branch.isActive() && !form.active()) {
      assertDispensable(branch);
    }
    var before = branch.facts();
    branch.define(form.name(), form.timeZone(), form.active());
    em.flush();
    deeds.fire(new Deed("branch.update", "Branch", id).changed(before, branch.facts()));
    return branch;
  }

  private void assertDispensable(Branch branch) {
    // Two branches given up at once would each find the other one left.
    em.lock(em.find(Business.class, context.getBusinessId()), LockModeType.PESSIMISTIC_WRITE);
    var others =
        em.createQuery(
                "select b.id from Branch b where b.active = true and b <> :branch", Long.class)
            .setParameter("branch", branch)
            .getResultList();
    long bound =
        em.createQuery(
                "select count(m) from MembershipBranch m where m.branchId = :branch"
                    + " and not exists (select o from MembershipBranch o"
                    + " where o.membershipId = m.membershipId and o.branchId in :others)",
                Long.class)
            .setParameter("branch", branch.getId())
            .setParameter("others", others.isEmpty() ? List.of(0L) : others)
            .getSingleResult();
    if (others.isEmpty() || bound > 0) {
      throw new RefusedException("tenancy.branch-in-use", bound);
    }
  }
}
