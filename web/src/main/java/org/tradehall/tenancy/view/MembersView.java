package org.tradehall.tenancy.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.omnifaces.util.Messages;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.model.ReadyRole;
import org.tradehall.tenancy.service.BranchService;
import org.tradehall.tenancy.service.InvitationForm;
import org.tradehall.tenancy.service.InvitationService;
import org.tradehall.tenancy.service.InvitationService.Invited;
import org.tradehall.tenancy.service.Member;
import org.tradehall.tenancy.service.MemberService;

/** The people of the business, and inviting more. */
@Named
@RequestScoped
public class MembersView {
  @EJB MemberService members;
  @EJB InvitationService invitations;
  @EJB BranchService branches;
  @Inject Texts texts;

  private String email;
  private String role = ReadyRole.CASHIER.name();
  private List<Long> branchIds = List.of();
  private List<Member> list;
  private List<Invited> open;
  private List<Branch> allBranches;

  public void invite() {
    invitations.invite(new InvitationForm(email, role, branchIds));
    Messages.addGlobalInfo("{0}", texts.format("tenancy.invited", email));
    email = null;
    open = null;
  }

  public void withdraw(Long id) {
    invitations.withdraw(id);
    open = null;
    Messages.addGlobalInfo("{0}", texts.get("tenancy.withdrawn"));
  }

  public List<Member> getList() {
    if (list == null) {
      list = members.list();
    }
    return list;
  }

  public List<Invited> getInvitations() {
    if (open == null) {
      open = invitations.list();
    }
    return open;
  }

  /** Branches that take documents. */
  public List<Branch> getBranches() {
    if (allBranches == null) {
      allBranches = branches.list();
    }
    return allBranches.stream().filter(Branch::isActive).toList();
  }

  public String branchNames(List<Long> ids) {
    getBranches();
    return ids.isEmpty()
        ? texts.get("tenancy.everyBranch")
        : allBranches.stream()
            .filter(branch -> ids.stream().anyMatch(id -> Objects.equals(id, branch.getId())))
            .map(Branch::getName)
            .collect(Collectors.joining(", "));
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getRole() {
    return role;
  }

  public void setRole(String role) {
    this.role = role;
  }

  public List<Long> getBranchIds() {
    return branchIds;
  }

  public void setBranchIds(List<Long> branchIds) {
    this.branchIds = List.copyOf(branchIds);
  }
}
