package org.tradehall.shared.view;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.omnifaces.util.Components;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.tradehall.shared.model.DomainException;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Violation;

/**
 * Shows why a use case refused. A field has the id of the property it fills, in the form that was
 * sent; a fault without a field there is shown above the page.
 */
class Refusals {
  private final Texts texts;

  Refusals(Texts texts) {
    this.texts = texts;
  }

  void show(DomainException refusal) {
    if (refusal instanceof InvalidException invalid) {
      invalid.violations().forEach(fault -> show(fault.path(), texts.of(fault)));
      tellScripts(invalid.violations().stream().map(Violation::path).toList());
    } else {
      show("", texts.of(refusal));
    }
  }

  /** A page that keeps its fields in the browser marks them itself. */
  private static void tellScripts(List<String> paths) {
    if (Faces.isAjaxRequest()) {
      PrimeFaces.current().ajax().addCallbackParam("faults", String.join(" ", paths));
    }
  }

  void show(ConstraintViolationException refusal) {
    for (var violation : refusal.getConstraintViolations()) {
      show(property(violation), texts.of(violation));
    }
    var paths = refusal.getConstraintViolations().stream().map(Refusals::property).toList();
    tellScripts(paths);
  }

  private static String property(ConstraintViolation<?> violation) {
    // The first two steps are the method and its parameter.
    return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
        .skip(2)
        .map(Path.Node::toString)
        .collect(Collectors.joining("."));
  }

  /** An invalid field shows what was submitted, which is forgotten once it has been accepted. */
  private static void keepTyped(FacesContext faces, UIInput field) {
    if (field instanceof UISelectMany) {
      // Shows its values as they are; what was submitted is no single text.
      return;
    }
    var value = field.getValue();
    var converter = field.getConverter();
    if (value != null && field.getSubmittedValue() == null) {
      field.setSubmittedValue(
          converter == null ? value.toString() : written(faces, field, converter));
    }
  }

  @SuppressWarnings("unchecked")
  private static String written(FacesContext faces, UIInput field, Converter<?> converter) {
    return ((Converter<Object>) converter).getAsString(faces, field, field.getValue());
  }

  /** Null where the form has none. */
  private static UIComponent field(String property) {
    var form = Components.getCurrentForm();
    return form == null ? null : form.findComponent(property);
  }

  private static void show(String property, String text) {
    var faces = FacesContext.getCurrentInstance();
    var input = property.isEmpty() ? null : field(property);
    if (input instanceof UIInput field) {
      keepTyped(faces, field);
      field.setValid(false);
    }
    faces.addMessage(
        input == null ? null : input.getClientId(faces),
        new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    faces.validationFailed();
  }
}
