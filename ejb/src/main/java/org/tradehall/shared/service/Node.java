package org.tradehall.shared.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** This server, by the name it was given and by its start. */
@ApplicationScoped
public class Node {

  private final String name =
      Optional.ofNullable(System.getenv("TRADEHALL_NODE_ID")).orElse("tradehall-1")
          + "/"
          + UUID.randomUUID();

  /** {@code name/start}: the same name with another start is an earlier, dead run. */
  public String name() {
    return name;
  }
}
