package org.tradehall.shared.view;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.util.Locale;

/** Gives pages, and with them the messages of Faces itself, the language of the request. */
public class SpokenViews extends ViewHandlerWrapper {
  public SpokenViews(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Locale calculateLocale(FacesContext faces) {
    return CDI.current().select(Language.class).get().getLocale();
  }
}
