package org.tradehall.platform.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import org.tradehall.replica.service.ReplicaFigures;
import org.tradehall.replica.service.ReplicaLook;
import org.tradehall.settings.model.Settings;
import org.tradehall.settings.service.SettingValues;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Availability;

/** Has the replica looked at every second, and its figures shown. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@Anyone("called by the container only")
public class ReplicaCare {

  private static final Logger LOG = Logger.getLogger(ReplicaCare.class.getName());

  @Resource ManagedScheduledExecutorService executor;
  @Inject ReplicaLook replica;
  @Inject ReplicaFigures figures;
  @Inject SettingValues settings;
  @Inject Availability availability;

  private ScheduledFuture<?> looks;
  private volatile boolean over;
  private Duration most = Duration.ofSeconds(Settings.REPLICA_LAG_SECONDS.getFallback());

  @PostConstruct
  void start() {
    try {
      figures.show();
    } catch (JMException e) {
      throw new IllegalStateException("The replica's figures could not be shown", e);
    }
    looks = executor.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    over = true;
    looks.cancel(false);
    try {
      figures.hide();
    } catch (JMException e) {
      LOG.log(Level.FINE, "The replica's figures were gone", e);
    }
  }

  @ActivateRequestContext
  void look() {
    if (availability.isInterrupted()) {
      // Not looked at for a while it is not read either, until it is known to have the new
      // database.
      return;
    }
    try {
      most = Duration.ofSeconds(settings.getForAll(Settings.REPLICA_LAG_SECONDS));
    } catch (RuntimeException e) {
      // The primary does not answer; what counted last counts on.
      LOG.log(Level.FINE, "The setting could not be read", e);
    }
    try {
      replica.look(most);
    } catch (RuntimeException e) {
      if (!over && !availability.isInterrupted()) {
        LOG.log(Level.WARNING, "The replica could not be looked at; tried again", e);
      }
    }
  }
}
