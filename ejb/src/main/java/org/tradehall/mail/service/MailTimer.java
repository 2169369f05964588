package org.tradehall.mail.service;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.tradehall.shared.service.Availability;

/** Sees to what failed before, and to what a node has left behind. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MailTimer {

  @Inject MailRound round;
  @Inject Courier courier;
  @Inject Availability availability;

  @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
  void deliver() {
    if (!availability.isInterrupted()) {
      round.again();
    }
  }

  @Schedule(hour = "3", minute = "17", persistent = false)
  void forgetOld() {
    courier.forgetOld();
  }
}
