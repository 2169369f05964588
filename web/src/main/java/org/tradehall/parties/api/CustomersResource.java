package org.tradehall.parties.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.tradehall.ledger.service.CustomerAccountService;
import org.tradehall.parties.model.Customer;
import org.tradehall.parties.service.CustomerForm;
import org.tradehall.parties.service.CustomerQuery;
import org.tradehall.parties.service.CustomerService;
import org.tradehall.shared.api.Idempotent;
import org.tradehall.shared.api.PageJson;
import org.tradehall.shared.api.Paging;
import org.tradehall.shared.model.Money;
import org.tradehall.tenancy.service.BusinessContext;

/** Customers of the key's business. */
@Path("customers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CustomersResource {

  @Inject CustomerService customers;
  @Inject CustomerAccountService accounts;
  @Inject BusinessContext context;
  @Inject Idempotent idempotent;

  @GET
  public PageJson<CustomerJson> list(@BeanParam Paging paging) {
    var slice =
        customers.search(
            new CustomerQuery(
                paging.text(),
                paging.sort(),
                paging.descending(false),
                paging.first(),
                paging.max()));
    var balances = accounts.balances(slice.rows().stream().map(Customer::getId).toList());
    return paging.page(slice, customer -> json(customer, balances.get(customer.getId())));
  }

  @GET
  @Path("{id}")
  public CustomerJson get(@PathParam("id") Long id) {
    return json(customers.get(id));
  }

  @POST
  public Response create(CustomerForm form) throws Exception {
    return idempotent.create(
        "POST customers",
        form,
        () -> {
          var customer = customers.create(form);
          return new Idempotent.Created("customers/" + customer.getId(), json(customer));
        });
  }

  @PUT
  @Path("{id}")
  public CustomerJson update(@PathParam("id") Long id, CustomerForm form) {
    return json(customers.update(id, form));
  }

  private CustomerJson json(Customer customer) {
    var id = customer.getId();
    return json(customer, accounts.balances(List.of(id)).get(id));
  }

  private CustomerJson json(Customer customer, Money balance) {
    return CustomerJson.of(customer, balance, context.getCurrency());
  }
}
