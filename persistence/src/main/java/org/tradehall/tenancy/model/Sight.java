package org.tradehall.tenancy.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What of a business somebody sees, for the database to hold.
 *
 * @param branches ids of the branches whose documents and stock are seen; null for all
 * @param documentsOf id of the user whose documents alone are seen; null for everybody's
 */
public record Sight(List<Long> branches, Long documentsOf) {

  public static final Sight ALL = new Sight(null, null);

  public Sight {
    branches = branches == null ? null : List.copyOf(branches);
  }

  /** As PostgreSQL writes an array; empty for all. */
  public String branchesAsArray() {
    return branches == null
        ? ""
        : branches.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
