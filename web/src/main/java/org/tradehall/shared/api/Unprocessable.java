package org.tradehall.shared.api;

import jakarta.ws.rs.core.Response;

/** Status 422 of RFC 9110, which JAX-RS 3.1 does not name. */
enum Unprocessable implements Response.StatusType {
  CONTENT;

  @Override
  public int getStatusCode() {
    return 422;
  }

  @Override
  public Response.Status.Family getFamily() {
    return Response.Status.Family.CLIENT_ERROR;
  }

  @Override
  public String getReasonPhrase() {
    return "Unprocessable Content";
  }
}
