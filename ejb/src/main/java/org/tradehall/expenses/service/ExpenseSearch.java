package org.tradehall.expenses.service;

import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tradehall.shared.service.Search;

/** The conditions of a query for expenses, and what stands in them. */
final class ExpenseSearch {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  ExpenseSearch(ExpenseQuery query) {
    if (!Search.isBlank(query.text())) {
      conditions.add(
          "(lower(e.number) like :start escape '\\' or lower(e.payee) like :part escape '\\'"
              + " or lower(e.reference) like :part escape '\\')");
      parameters.put("start", Search.startingWith(query.text()));
      parameters.put("part", Search.containing(query.text()));
    }
    var filter = query.filter();
    add("e.status = :status", "status", filter.status());
    add("e.category = :category", "category", filter.category());
    add("b.id = :branch", "branch", filter.branchId());
    add("e.businessDate >= :from", "from", filter.from());
    add("e.businessDate <= :to", "to", filter.to());
    add("e.amount <= :upTo", "upTo", filter.upTo());
  }

  private void add(String condition, String parameter, Object value) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(parameter, value);
    }
  }

  String where() {
    var from = " from Expense e join e.branch b";
    return conditions.isEmpty() ? from : from + " where " + String.join(" and ", conditions);
  }

  <T> TypedQuery<T> bind(TypedQuery<T> jpql) {
    parameters.forEach(jpql::setParameter);
    return jpql;
  }
}
