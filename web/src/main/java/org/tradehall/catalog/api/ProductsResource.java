package org.tradehall.catalog.api;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.tradehall.catalog.model.Product;
import org.tradehall.catalog.service.ProductForm;
import org.tradehall.catalog.service.ProductQuery;
import org.tradehall.catalog.service.ProductService;
import org.tradehall.inventory.service.StockService;
import org.tradehall.shared.api.Idempotent;
import org.tradehall.shared.api.PageJson;
import org.tradehall.shared.api.Paging;
import org.tradehall.shared.model.Quantity;
import org.tradehall.tenancy.service.BusinessContext;

/** Products of the key's business. */
@Path("products")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProductsResource {

  @Inject ProductService products;
  @Inject StockService stock;
  @Inject BusinessContext context;
  @Inject Idempotent idempotent;

  @GET
  public PageJson<ProductJson> list(
      @BeanParam Paging paging, @QueryParam("active") Boolean active) {
    var slice =
        products.search(
            new ProductQuery(
                paging.text(),
                active,
                paging.sort(),
                paging.descending(false),
                paging.first(),
                paging.max()));
    var onHand = stock.onHand(slice.rows().stream().map(Product::getId).toList());
    return paging.page(slice, product -> json(product, onHand.get(product.getId())));
  }

  @GET
  @Path("{id}")
  public ProductJson get(@PathParam("id") Long id) {
    return json(products.get(id));
  }

  @POST
  public Response create(ProductForm form) throws Exception {
    return idempotent.create(
        "POST products",
        form,
        () -> {
          var product = products.create(form);
          return new Idempotent.Created("products/" + product.getId(), json(product));
        });
  }

  @PUT
  @Path("{id}")
  public ProductJson update(@PathParam("id") Long id, ProductForm form) {
    return json(products.update(id, form));
  }

  private ProductJson json(Product product) {
    return json(product, stock.onHand(List.of(product.getId())).get(product.getId()));
  }

  private ProductJson json(Product product, Quantity onHand) {
    return ProductJson.of(product, onHand, context.getCurrency());
  }
}
