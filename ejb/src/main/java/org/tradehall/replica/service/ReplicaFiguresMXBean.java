package org.tradehall.replica.service;

import java.util.Map;

/** How the replica serves this node, for whoever watches the server over JMX. Since the start. */
public interface ReplicaFiguresMXBean {

  /** Whether there is one. */
  boolean isConfigured();

  /** Whether reads go there now. */
  boolean isUsable();

  /** Why it is not read; null if nothing is wrong with it. */
  String getProblem();

  /** Seconds for which it has not had what the primary had; -1 while it is not known. */
  long getLagSeconds();

  /** Bytes of the primary's log that it has not replayed; -1 while it is not known. */
  long getLagBytes();

  /** Up to which it has replayed, as PostgreSQL writes it. */
  String getReplayed();

  /** Use cases that it answered. */
  long getServed();

  /** Use cases that it could have answered and the primary did. */
  long getFellBack();

  /** The same, by cause. */
  Map<String, Long> getFellBackBy();

  /** Of the use cases that it could answer, in percent and rounded down; 0 without any. */
  int getShare();

  /** How often somebody waited until it had what he wrote. */
  long getWaits();

  /** How long in all. */
  long getWaitedMillis();
}
