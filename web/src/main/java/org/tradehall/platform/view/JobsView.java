package org.tradehall.platform.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.tradehall.platform.service.PlatformJobService;
import org.tradehall.platform.service.PlatformJobService.Job;

/** Work in the background, of all businesses. */
@Named
@RequestScoped
public class JobsView {
  @EJB PlatformJobService service;
  private List<Job> list;

  public List<Job> getList() {
    if (list == null) {
      list = service.list();
    }
    return list;
  }
}
