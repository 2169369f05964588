package org.tradehall.privacy.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.omnifaces.util.Faces;
import org.tradehall.privacy.service.OwnPrivacyService;
import org.tradehall.privacy.service.PersonalData;

/** What is kept of oneself, to be read, taken along or forgotten. */
@Named
@RequestScoped
public class OwnPrivacyView {

  @EJB OwnPrivacyService privacy;

  private PersonalData data;

  public void show() {
    data = privacy.export();
  }

  public void download() throws IOException {
    var json = privacy.export().toJson();
    Faces.sendFile(json.getBytes(StandardCharsets.UTF_8), "my-data.json", true);
  }

  public String erase() throws ServletException {
    privacy.erase();
    Faces.logout();
    Faces.invalidateSession();
    return "/login?faces-redirect=true";
  }

  public boolean isMember() {
    return privacy.isMember();
  }

  /** Null until somebody asked to see it. */
  public PersonalData getData() {
    return data;
  }
}
