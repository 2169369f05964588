package org.tradehall.imports.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tradehall.imports.api.ImportJson.Comparison;
import org.tradehall.imports.api.ImportJson.Totals;
import org.tradehall.imports.model.ImportProgress;
import org.tradehall.imports.model.RowOutcome;
import org.tradehall.imports.service.ImportMapping;
import org.tradehall.imports.service.ImportService;
import org.tradehall.imports.view.ImportReport;
import org.tradehall.shared.api.PageJson;
import org.tradehall.shared.api.Paging;
import org.tradehall.shared.model.InvalidException;
import org.tradehall.shared.model.Violation;
import org.tradehall.shared.view.Texts;

/**
 * Imports: send a file, look at the report of its dry run, then execute it. The same file twice
 * adds nothing, so that a request which is repeated does no harm.
 */
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ImportsResource {

  private static final String MAPPING = "mapping";
  private static final String FILE = "file";

  @Inject ImportService imports;
  @Inject ImportReport report;
  @Inject Texts texts;
  @Context UriInfo uri;

  /**
   * Takes a file as the body. The query names the mapping ({@code online-retail, sales, products,
   * customers}), the {@code file}'s name, and any settings of the mapping that differ.
   */
  @POST
  @Consumes({"text/csv", "application/gzip", "application/x-gzip", "application/octet-stream"})
  public Response upload(InputStream body) {
    var settings = new HashMap<String, String>();
    uri.getQueryParameters().forEach((name, values) -> settings.put(name, values.get(0)));
    return upload(settings.remove(FILE), settings, body);
  }

  /** Takes a form with a part {@code file}; the other parts are as the query's parameters. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(List<EntityPart> parts) throws IOException {
    var settings = new HashMap<String, String>();
    EntityPart file = null;
    for (var part : parts) {
      if (part.getName().equals(FILE)) {
        file = part;
      } else {
        settings.put(part.getName(), part.getContent(String.class));
      }
    }
    if (file == null) {
      throw new InvalidException(Violation.at(FILE, "imports.file-missing"));
    }
    return upload(file.getFileName().orElse(null), settings, file.getContent());
  }

  private Response upload(String fileName, Map<String, String> settings, InputStream body) {
    var name = settings.remove(MAPPING);
    if (name == null) {
      throw new InvalidException(Violation.at(MAPPING, "imports.mapping-missing"));
    }
    var id = imports.upload(fileName, ImportMapping.named(name).with(settings), body);
    return Response.created(URI.create("imports/" + id)).entity(get(id)).build();
  }

  @GET
  public PageJson<ImportJson> list(@BeanParam Paging paging) {
    return paging.page(imports.search(paging.first(), paging.max()), ImportJson::ofList);
  }

  @GET
  @Path("{id}")
  public ImportJson get(@PathParam("id") Long id) {
    return json(imports.get(id));
  }

  private ImportJson json(ImportProgress progress) {
    var problem = progress.problem();
    return ImportJson.of(
        progress,
        problem == null ? null : texts.error(problem.code(), problem.arguments().toArray()));
  }

  /** What the file says and what the books say of it. */
  @GET
  @Path("{id}/totals")
  public Comparison totals(@PathParam("id") Long id) {
    var file = imports.get(id).totals();
    return new Comparison(Totals.of(file), Totals.of(imports.booked(id)));
  }

  /** One line a row: what becomes or became of it, and why. */
  @GET
  @Path("{id}/report")
  @Produces("text/csv")
  public Response report(@PathParam("id") Long id, @QueryParam("outcome") String outcome) {
    imports.get(id);
    var only = outcome == null ? null : outcome(outcome);
    StreamingOutput body = out -> report.write(id, only, out);
    return Response.ok(body)
        .header("Content-Disposition", "attachment; filename=\"import-" + id + ".csv\"")
        .build();
  }

  private static RowOutcome outcome(String name) {
    return Arrays.stream(RowOutcome.values())
        .filter(outcome -> outcome.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new InvalidException(Violation.at("outcome", "imports.outcome-unknown", name)));
  }

  /** Starts the execution, or takes it up again. */
  @POST
  @Path("{id}/execution")
  public Response execute(@PathParam("id") Long id) {
    imports.execute(id);
    return Response.accepted(get(id)).build();
  }

  /** Stops the execution; what is done stays done. */
  @DELETE
  @Path("{id}/execution")
  public ImportJson stop(@PathParam("id") Long id) {
    imports.stop(id);
    return get(id);
  }
}
