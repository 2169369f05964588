package org.tradehall.shared.view;

import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.tradehall.shared.model.Slice;

/** The rows of a list page, fetched from the use case a page at a time. Lives for one request. */
public class SliceTable<T> extends LazyDataModel<T> {
  private static final long serialVersionUID = 1L;

  /** Fetches rows by the given order: from which row, and how many at most. */
  @FunctionalInterface
  public interface Source<T> {
    Slice<T> fetch(String sort, boolean descending, int first, int max);
  }

  private final transient ListState state;
  private final transient Source<T> source;

  public SliceTable(ListState state, Source<T> source) {
    this.state = state;
    this.source = source;
  }

  /** Rows and their number come with one question, in {@link #load}; until then all may be. */
  @Override
  public int count(Map<String, FilterMeta> filters) {
    return Integer.MAX_VALUE;
  }

  @Override
  public List<T> load(
      int first, int max, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
    sorts.values().stream()
        .filter(SortMeta::isActive)
        .findFirst()
        .ifPresent(sort -> state.sortBy(sort.getField(), sort.getOrder().isDescending()));
    var slice = source.fetch(state.getSort(), state.isDescending(), first, max);
    setRowCount(Math.toIntExact(slice.total()));
    state.turnTo(first / max + 1);
    if (Faces.isAjaxRequest()) {
      PrimeFaces.current().ajax().addCallbackParam("address", state.getAddress());
    }
    return slice.rows();
  }
}
