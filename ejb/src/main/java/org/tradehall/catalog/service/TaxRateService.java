package org.tradehall.catalog.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.tradehall.catalog.model.TaxRate;
import org.tradehall.replica.service.Reads;
import org.tradehall.tenancy.model.Permission;
import org.tradehall.tenancy.service.BusinessOpened;
import org.tradehall.tenancy.service.Requires;

/** The tax rates of a business. */
@Stateless
public class TaxRateService {

  @Inject EntityManager em;

  /** In the order in which they were made: the first is the usual one. */
  @Reads
  @Requires(Permission.PRODUCT_VIEW)
  public List<TaxRate> list() {
    return em.createQuery("select t from TaxRate t order by t.id", TaxRate.class).getResultList();
  }

  @Requires(Permission.BUSINESS_MANAGE)
  public void furnish(@Observes BusinessOpened opened) {
    em.persist(new TaxRate(opened.taxName(), opened.taxPercent()));
  }
}
