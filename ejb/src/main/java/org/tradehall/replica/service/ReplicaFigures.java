package org.tradehall.replica.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** Tells the figures, and shows them to the server's management as {@value #NAME}. */
@ApplicationScoped
public class ReplicaFigures implements ReplicaFiguresMXBean {

  public static final String NAME = "tradehall:type=Replica";

  @Inject Replica replica;

  public void show() throws JMException {
    hide();
    var unused =
        ManagementFactory.getPlatformMBeanServer()
            .registerMBean(
                new StandardMBean(this, ReplicaFiguresMXBean.class, true), new ObjectName(NAME));
  }

  public void hide() throws JMException {
    var server = ManagementFactory.getPlatformMBeanServer();
    var name = new ObjectName(NAME);
    if (server.isRegistered(name)) {
      server.unregisterMBean(name);
    }
  }

  @Override
  public boolean isConfigured() {
    return replica.isConfigured();
  }

  @Override
  public boolean isUsable() {
    return replica.isUsable();
  }

  @Override
  public String getProblem() {
    return replica.problem();
  }

  @Override
  public long getLagSeconds() {
    var lag = replica.lag();
    return lag == null ? -1 : lag.toSeconds();
  }

  @Override
  public long getLagBytes() {
    return replica.lagBytes();
  }

  @Override
  public String getReplayed() {
    return replica.replayed().toString();
  }

  @Override
  public long getServed() {
    return replica.servedCount();
  }

  @Override
  public long getFellBack() {
    return replica.fallBackCount();
  }

  @Override
  public Map<String, Long> getFellBackBy() {
    var counts = new TreeMap<String, Long>();
    for (var cause : FallBack.values()) {
      counts.put(cause.name(), replica.fallBackCount(cause));
    }
    return counts;
  }

  @Override
  public int getShare() {
    var all = getServed() + getFellBack();
    return all == 0 ? 0 : Math.toIntExact(100 * getServed() / all);
  }

  @Override
  public long getWaits() {
    return replica.waitCount();
  }

  @Override
  public long getWaitedMillis() {
    return replica.waitedMillis();
  }
}
