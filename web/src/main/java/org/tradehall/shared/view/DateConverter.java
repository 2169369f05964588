package org.tradehall.shared.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** A date as browsers send it, ISO 8601; how it is shown while it is typed is the browser's. */
@Named
@ApplicationScoped
public class DateConverter implements Converter<LocalDate> {

  @Inject Texts texts;

  @Override
  public LocalDate getAsObject(FacesContext faces, UIComponent component, String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      var message = texts.error("shared.date", text);
      throw new ConverterException(
          new FacesMessage(FacesMessage.SEVERITY_ERROR, message, message), e);
    }
  }

  @Override
  public String getAsString(FacesContext faces, UIComponent component, LocalDate value) {
    return value == null ? "" : value.toString();
  }
}
