package org.tradehall.tenancy.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.tradehall.shared.model.BusinessOwned;

/** One of the branches in which a member works. A member without any works in all. */
@Entity
@Table(name = "membership_branches")
public class MembershipBranch extends BusinessOwned {

  @Column(name = "membership_id", updatable = false)
  private Long membershipId;

  @Column(name = "branch_id", updatable = false)
  private Long branchId;

  protected MembershipBranch() {}

  public MembershipBranch(Long membershipId, Long branchId) {
    this.membershipId = membershipId;
    this.branchId = branchId;
  }

  public Long getMembershipId() {
    return membershipId;
  }

  public Long getBranchId() {
    return branchId;
  }
}
