package org.tradehall.demo.service;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalTime;
import org.tradehall.sales.model.Recording;
import org.tradehall.sales.service.NewSale;
import org.tradehall.sales.service.SaleRecorder;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.Requires;

/** Lets the demo have a past: sales of earlier days. */
@Stateless
public class DemoTrade {

  @Inject EntityManager em;
  @Inject BusinessContext context;
  @Inject SaleRecorder recorder;

  @Requires(Permission.SALE_RECORD)
  public void sell(NewSale sale, LocalDate date, LocalTime time) {
    var branch = em.find(Branch.class, context.getBranchId());
    var instant = date.atTime(time).atZone(branch.getTimeZone()).toInstant();
    recorder.record(sale, branch, new Recording(date, instant, context.getUserId()));
  }
}
