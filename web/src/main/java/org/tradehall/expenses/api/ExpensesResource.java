package org.tradehall.expenses.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.tradehall.expenses.model.Expense;
import org.tradehall.expenses.model.ExpenseCategory;
import org.tradehall.expenses.model.ExpenseStatus;
import org.tradehall.expenses.service.ExpenseDecision;
import org.tradehall.expenses.service.ExpenseQuery;
import org.tradehall.expenses.service.ExpenseService;
import org.tradehall.expenses.service.NewExpense;
import org.tradehall.shared.api.Idempotent;
import org.tradehall.shared.api.PageJson;
import org.tradehall.shared.api.Paging;
import org.tradehall.shared.api.Parameters;
import org.tradehall.tenancy.service.BusinessContext;

/** Expenses of the key's business. */
@Path("expenses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ExpensesResource {

  @Inject ExpenseService expenses;
  @Inject BusinessContext context;
  @Inject Idempotent idempotent;

  @GET
  public PageJson<ExpenseJson> list(
      @BeanParam Paging paging,
      @QueryParam("status") String status,
      @QueryParam("category") String category,
      @QueryParam("branchId") Long branchId,
      @QueryParam("from") String from,
      @QueryParam("to") String to) {
    var filter =
        new ExpenseQuery.Filter(
            Parameters.choice(ExpenseStatus.class, "status", status),
            Parameters.choice(ExpenseCategory.class, "category", category),
            branchId,
            Parameters.date("from", from),
            Parameters.date("to", to),
            null);
    var slice =
        expenses.search(
            new ExpenseQuery(
                paging.text(),
                filter,
                paging.sort(),
                paging.descending(true),
                paging.first(),
                paging.max()));
    return paging.page(slice, row -> ExpenseJson.of(row, context.getCurrency()));
  }

  @GET
  @Path("{id}")
  public ExpenseJson get(@PathParam("id") Long id) {
    return json(expenses.get(id));
  }

  @POST
  public Response create(NewExpense request) throws Exception {
    return idempotent.create(
        "POST expenses",
        request,
        () -> {
          var expense = expenses.record(request);
          return new Idempotent.Created("expenses/" + expense.getId(), json(expense));
        });
  }

  @POST
  @Path("{id}/approve")
  public ExpenseJson approve(@PathParam("id") Long id, ExpenseDecision request) {
    return json(expenses.approve(id, request));
  }

  @POST
  @Path("{id}/reject")
  public ExpenseJson reject(@PathParam("id") Long id, ExpenseDecision request) {
    return json(expenses.reject(id, request));
  }

  /** Takes back that it was approved. */
  @POST
  @Path("{id}/cancel")
  public ExpenseJson cancel(@PathParam("id") Long id, ExpenseDecision request) {
    return json(expenses.cancel(id, request));
  }

  /** Takes back one's own that waits still. */
  @POST
  @Path("{id}/withdraw")
  public ExpenseJson withdraw(@PathParam("id") Long id, ExpenseDecision request) {
    return json(expenses.withdraw(id, request));
  }

  private ExpenseJson json(Expense expense) {
    return ExpenseJson.of(expense, context.getCurrency());
  }
}
