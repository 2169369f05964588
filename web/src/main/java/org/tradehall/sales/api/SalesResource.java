package org.tradehall.sales.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.tradehall.sales.service.NewReturn;
import org.tradehall.sales.service.NewSale;
import org.tradehall.sales.service.SaleQuery;
import org.tradehall.sales.service.SaleReturnService;
import org.tradehall.sales.service.SaleService;
import org.tradehall.shared.api.Idempotent;
import org.tradehall.shared.api.PageJson;
import org.tradehall.shared.api.Paging;
import org.tradehall.shared.api.Parameters;
import org.tradehall.tenancy.service.BusinessContext;

/** Sales of the key's business. */
@Path("sales")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SalesResource {

  @Inject SaleService sales;
  @Inject SaleReturnService returns;
  @Inject BusinessContext context;
  @Inject Idempotent idempotent;

  @GET
  public PageJson<SaleJson> list(
      @BeanParam Paging paging,
      @QueryParam("customerId") Long customerId,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("due") @DefaultValue("false") boolean due) {
    var slice =
        sales.search(
            new SaleQuery(
                paging.text(),
                customerId,
                Parameters.date("from", from),
                Parameters.date("to", to),
                due,
                paging.sort(),
                paging.descending(true),
                paging.first(),
                paging.max()));
    return paging.page(slice, row -> SaleJson.of(row, context.getCurrency()));
  }

  @GET
  @Path("{id}")
  public SaleJson get(@PathParam("id") Long id) {
    return SaleJson.of(sales.get(id), context.getCurrency());
  }

  @POST
  public Response create(NewSale request) throws Exception {
    return idempotent.create(
        "POST sales",
        request,
        () -> {
          var sale = sales.record(request);
          var json = SaleJson.of(sale, context.getCurrency());
          return new Idempotent.Created("sales/" + sale.getId(), json);
        });
  }

  @POST
  @Path("{id}/returns")
  public Response takeBack(@PathParam("id") Long id, NewReturn request) throws Exception {
    return idempotent.create(
        "POST sales/" + id + "/returns",
        request,
        () -> {
          var saleReturn = returns.record(id, request);
          var json = SaleReturnJson.of(saleReturn, id, context.getCurrency());
          return new Idempotent.Created("sales/" + id + "/returns/" + saleReturn.getId(), json);
        });
  }

  @GET
  @Path("{id}/returns")
  public List<SaleReturnJson> returns(@PathParam("id") Long id) {
    sales.get(id);
    return returns.of(id).stream()
        .map(saleReturn -> SaleReturnJson.of(saleReturn, id, context.getCurrency()))
        .toList();
  }
}
