package org.tradehall.tenancy.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Messages;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.service.Member;
import org.tradehall.tenancy.service.MemberForm;
import org.tradehall.tenancy.service.MemberService;

/** A member's place in the business. */
@Named
@RequestScoped
public class MemberView {
  private static final String LIST = "/app/settings/members?faces-redirect=true";

  @EJB MemberService members;
  @Inject Texts texts;

  private Long id;
  private Member member;
  private Integer version;
  private String role;
  private List<Long> branchIds = List.of();
  private String businessName;
  private String password;

  public void load() {
    member = members.get(id);
    version = member.membership().getVersion();
    role = member.role().key();
    branchIds = member.branches();
  }

  public String save() {
    members.update(id, new MemberForm(role, branchIds, version));
    Messages.addFlashGlobalInfo("{0}", texts.format("tenancy.memberSaved", getName()));
    return LIST;
  }

  public String remove() {
    var name = getName();
    members.remove(id);
    Messages.addFlashGlobalInfo("{0}", texts.format("tenancy.memberRemoved", name));
    return LIST;
  }

  public String transfer() {
    members.transferOwnership(id, businessName, password);
    Messages.addFlashGlobalInfo("{0}", texts.format("tenancy.transferred", getName()));
    return "/app/dashboard?faces-redirect=true";
  }

  private Member member() {
    if (member == null) {
      member = members.get(id);
    }
    return member;
  }

  public String getName() {
    return member().membership().getUser().getName();
  }

  public String getEmail() {
    return member().membership().getUser().getEmail();
  }

  public Long getUserId() {
    return member().membership().getUser().getId();
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public Integer getVersion() {
    return version;
  }

  public void setVersion(Integer version) {
    this.version = version;
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

  public String getBusinessName() {
    return businessName;
  }

  public void setBusinessName(String businessName) {
    this.businessName = businessName;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
