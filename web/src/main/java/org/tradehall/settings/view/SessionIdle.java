package org.tradehall.settings.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.tradehall.identity.service.SessionTime;

/** Gives each new session the time that it may do nothing. */
@WebListener
public class SessionIdle implements HttpSessionListener {

  @Inject SessionTime time;

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    event.getSession().setMaxInactiveInterval(Math.toIntExact(time.idle().toSeconds()));
  }
}
