package org.tradehall.shared.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.function.Function;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Slice;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.service.Search;

/** Page, sort and search of a list, as query parameters. */
public class Paging {

  @QueryParam("page")
  @DefaultValue("1")
  int page;

  @QueryParam("size")
  @DefaultValue("25")
  int size;

  @QueryParam("sort")
  String sort;

  @QueryParam("order")
  String order;

  @QueryParam("q")
  String text;

  /** Row of the list at which the page begins, from 0. */
  public int first() {
    if (page < 1 || page > 1_000_000) {
      throw new InvalidException(Violation.at("page", "shared.page"));
    }
    return (page - 1) * max();
  }

  public int max() {
    if (size < 1 || size > Search.MAX_ROWS) {
      throw new InvalidException(Violation.at("size", "shared.page-size", Search.MAX_ROWS));
    }
    return size;
  }

  public String sort() {
    return sort;
  }

  /**
   * @param otherwise whether the list descends when nothing is said
   */
  public boolean descending(boolean otherwise) {
    return order == null ? otherwise : order.equals("desc");
  }

  public String text() {
    return text;
  }

  public <E, J> PageJson<J> page(Slice<E> slice, Function<E, J> json) {
    List<J> items = slice.rows().stream().map(json).toList();
    return new PageJson<>(items, page, size, slice.total());
  }
}
