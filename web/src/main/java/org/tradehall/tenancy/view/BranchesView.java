package org.tradehall.tenancy.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.service.BranchService;

/** The branches of the business. */
@Named
@RequestScoped
public class BranchesView {
  @EJB BranchService branches;
  private List<Branch> list;

  public List<Branch> getList() {
    if (list == null) {
      list = branches.list();
    }
    return list;
  }
}
