package org.tradehall.tenancy.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import org.omnifaces.util.Messages;
import org.tradehall.shared.view.Texts;
import org.tradehall.tenancy.service.BranchForm;
import org.tradehall.tenancy.service.BranchService;
import org.tradehall.tenancy.service.BusinessContext;

/** A branch in a form, new or known. */
@Named
@RequestScoped
public class BranchView {
  @EJB BranchService branches;
  @Inject BusinessContext context;
  @Inject Texts texts;

  private Long id;
  private Integer version;
  private String code;
  private String name;
  private String timeZone;
  private boolean active = true;

  public void load() {
    if (id == null) {
      timeZone = context.getZone().getId();
      return;
    }
    var branch = branches.get(id);
    version = branch.getVersion();
    code = branch.getCode();
    name = branch.getName();
    timeZone = branch.getTimeZone().getId();
    active = branch.isActive();
  }

  public String save() {
    var fixed = id == null ? code : branches.get(id).getCode();
    var form = new BranchForm(fixed, name, ZoneId.of(timeZone), active, version);
    if (id == null) {
      branches.create(form);
    } else {
      branches.update(id, form);
    }
    Messages.addFlashGlobalInfo("{0}", texts.format("tenancy.branchSaved", name));
    return "/app/settings/branches?faces-redirect=true";
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

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getTimeZone() {
    return timeZone;
  }

  public void setTimeZone(String timeZone) {
    this.timeZone = timeZone;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }
}
