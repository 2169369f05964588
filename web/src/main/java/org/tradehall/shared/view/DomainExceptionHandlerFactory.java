package org.tradehall.shared.view;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link DomainExceptionHandler} in front of the server's own exception handler. */
public class DomainExceptionHandlerFactory extends ExceptionHandlerFactory {
  public DomainExceptionHandlerFactory(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new DomainExceptionHandler(getWrapped().getExceptionHandler());
  }
}
