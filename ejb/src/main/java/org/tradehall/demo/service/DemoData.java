package org.tradehall.demo.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.tradehall.shared.service.Anyone;

/** Furnishes an empty installation with a shop to try, when it is asked to at start-up. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@Anyone("does nothing unless the administrator started the server with tradehall.demo=true")
public class DemoData {

  private static final Logger LOG = System.getLogger(DemoData.class.getName());

  @Resource ManagedExecutorService executor;
  @Inject DemoShop shop;

  @PostConstruct
  void start() {
    if (Boolean.getBoolean("tradehall.demo")) {
      executor.execute(this::furnish);
    }
  }

  private void furnish() {
    try {
      shop.furnish();
      LOG.log(Level.INFO, "Demo data is ready");
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Demo data could not be made", e);
    }
  }
}
