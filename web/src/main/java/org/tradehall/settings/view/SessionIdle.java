package org.tradehall.settings.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import org.tradehall.settings.model.Settings;
import org.tradehall.settings.service.SettingValues;

/** Gives each new session the time that it may do nothing. */
@WebListener
public class SessionIdle implements HttpSessionListener {

  @Inject SettingValues settings;

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    var idle = Duration.ofMinutes(settings.getForAll(Settings.SESSION_IDLE_MINUTES));
    event.getSession().setMaxInactiveInterval(Math.toIntExact(idle.toSeconds()));
  }
}
