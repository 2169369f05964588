package org.tradehall.shared.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

/**
 * Where a list page is: sort, page and the page's own filters. Comes from the address and is
 * written back to it, so that a list can be kept, sent, reloaded and gone back to.
 */
public class ListState {
  public static final int ROWS = 25;

  private final Supplier<Map<String, String>> filters;
  private final Set<String> sorts;
  private String sort;
  private String direction;
  private Integer page;

  /**
   * @param sorts the columns by which the list may be sorted; the table fails with any other
   */
  public ListState(Supplier<Map<String, String>> filters, String... sorts) {
    this.filters = filters;
    this.sorts = Set.of(sorts);
  }

  /** Of an address; a date that cannot be read bounds nothing. */
  public static LocalDate date(String iso) {
    try {
      return iso == null ? null : LocalDate.parse(iso);
    } catch (DateTimeParseException typedByHand) {
      return null;
    }
  }

  /** Of an address; a name that there is not narrows nothing. */
  public static <E extends Enum<E>> E choice(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(name))
        .findAny()
        .orElse(null);
  }

  void sortBy(String field, boolean descending) {
    this.sort = field;
    this.direction = descending ? "desc" : null;
  }

  void turnTo(int newPage) {
    this.page = newPage;
  }

  public int getFirst() {
    return page == null || page < 1 ? 0 : (page - 1) * ROWS;
  }

  public boolean isDescending() {
    return "desc".equals(direction);
  }

  /** The order that the table shows as chosen; null for the list's own. */
  public SortMeta getSortMeta() {
    var order = isDescending() ? SortOrder.DESCENDING : SortOrder.ASCENDING;
    return sort == null ? null : SortMeta.builder().field(sort).order(order).build();
  }

  /** The query string of the address, with its question mark; empty parameters are left out. */
  public String getAddress() {
    var parameters = new LinkedHashMap<>(filters.get());
    parameters.put("sort", sort);
    parameters.put("dir", direction);
    parameters.put("page", page == null || page < 2 ? null : page.toString());
    return parameters.entrySet().stream()
        .filter(entry -> entry.getValue() != null && !entry.getValue().isBlank())
        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  public String getSort() {
    return sort;
  }

  /** Of an address that somebody has made up the list keeps its own order. */
  public void setSort(String sort) {
    this.sort = sort != null && sorts.contains(sort) ? sort : null;
  }

  public String getDirection() {
    return direction;
  }

  public void setDirection(String direction) {
    this.direction = direction;
  }

  public Integer getPage() {
    return page;
  }

  public void setPage(Integer page) {
    this.page = page;
  }
}
