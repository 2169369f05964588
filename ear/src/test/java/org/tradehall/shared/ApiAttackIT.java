package org.tradehall.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.Api.Answer;
import org.tradehall.harness.Footprint;
import org.tradehall.harness.Furnished;
import org.tradehall.harness.OpenApi;
import org.tradehall.harness.OpenApi.Operation;
import org.tradehall.harness.Shop;

/**
 * What the API's document does not offer, sent to every operation that it names: members that are
 * nobody's to set, and ids of things that are somebody else's.
 */
class ApiAttackIT {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> NOBODYS =
      List.of(
          "id",
          "business",
          "businessId",
          "business_id",
          "createdBy",
          "createdAt",
          "userId",
          "ownerId",
          "role",
          "status",
          "number",
          "total",
          "balance",
          "onHand",
          "permissions",
          "class",
          "@type",
          "__proto__");

  /** An id that nothing has. */
  private static final long NOTHING = 999_999_999_999L;

  private final Shop shop = Shop.open(Shop.Terms.USUAL.belowZero());
  private final Furnished own = new Furnished(shop, "own");
  private final OpenApi api = OpenApi.read();

  @Test
  void members_that_are_nobodys_to_set_are_refused_in_every_object_of_every_body() {
    var before = Footprint.of(shop);
    var tried = 0;
    for (var operation : writing()) {
      for (var object = 0; object < objects(body(operation)).size(); object++) {
        for (var member : NOBODYS) {
          var body = body(operation);
          objects(body).get(object).set(member, JSON.numberNode(shop.businessId() + 1));
          var answer = send(operation, pathOf(operation, own), body);
          assertThat(answer.status()).as(operation + " " + body + ": " + answer).isIn(400, 422);
          tried++;
        }
      }
    }
    assertThat(tried).isGreaterThan(100);
    assertThat(Footprint.of(shop)).isEqualTo(before);

    // Without them the same bodies are taken: that they were refused was for these members.
    for (var operation : writing()) {
      var answer = send(operation, pathOf(operation, own), body(operation));
      assertThat(answer.status()).as(operation + ": " + answer).isIn(200, 201);
    }
  }

  @Test
  void an_id_of_another_business_is_answered_like_one_that_nothing_has() {
    var other = new Furnished(Shop.open(), "other");
    var before = Footprint.of(shop);
    for (var operation : api.operations()) {
      if (!operation.kind().isEmpty()) {
        var body = operation.takesJson() ? body(operation) : JSON.objectNode();
        var foreign = other.id(operation);
        assertSame(
            operation,
            foreign,
            send(operation, operation.at(foreign), body),
            send(operation, operation.at(NOTHING), body));
      }
      if (operation.takesJson()) {
        tryIdsIn(operation, other);
      }
    }
    var foreign = other.id("customer");
    assertSame(
        "GET sales?customerId",
        foreign,
        shop.api().get("sales?customerId=" + foreign),
        shop.api().get("sales?customerId=" + NOTHING));
    assertThat(Footprint.of(shop)).isEqualTo(before);
  }

  private void tryIdsIn(Operation operation, Furnished other) {
    for (var object = 0; object < objects(body(operation)).size(); object++) {
      for (var member : names(objects(body(operation)).get(object))) {
        if (member.endsWith("Id") && !member.equals("taxRateId")) {
          var foreign = other.id(member.substring(0, member.length() - 2));
          var path = pathOf(operation, own);
          assertSame(
              operation + " " + member,
              foreign,
              send(operation, path, with(operation, object, member, foreign)),
              send(operation, path, with(operation, object, member, NOTHING)));
        }
      }
    }
  }

  private JsonNode with(Operation operation, int object, String member, long id) {
    var body = body(operation);
    objects(body).get(object).set(member, JSON.numberNode(id));
    return body;
  }

  private static void assertSame(Object what, long foreign, Answer his, Answer nobodys) {
    assertThat(his.status()).as(what + ": " + his).isEqualTo(nobodys.status());
    assertThat(his.body().replace(String.valueOf(foreign), "ID"))
        .as(what.toString())
        .isEqualTo(nobodys.body().replace(String.valueOf(NOTHING), "ID"));
    if (!what.toString().startsWith("GET sales?")) {
      assertThat(his.status()).as(what + ": " + his).isIn(404, 422);
    }
  }

  private List<Operation> writing() {
    return api.operations().stream().filter(Operation::takesJson).toList();
  }

  private static String pathOf(Operation operation, Furnished furnished) {
    var kind = operation.kind();
    return kind.isEmpty() ? operation.path() : operation.at(furnished.id(operation));
  }

  private ObjectNode body(Operation operation) {
    return api.body(
        operation,
        (name, schema) -> {
          if (name.endsWith("Id")) {
            var kind = name.substring(0, name.length() - 2);
            return JSON.numberNode(kind.equals("taxRate") ? shop.taxRateId() : own.id(kind));
          }
          return JSON.textNode(name.equals("email") ? "x@example.org" : operation.method() + name);
        });
  }

  /** The object itself and those in it. */
  private static List<ObjectNode> objects(JsonNode node) {
    var found = new ArrayList<ObjectNode>();
    if (node instanceof ObjectNode object) {
      found.add(object);
    }
    node.forEach(inner -> found.addAll(objects(inner)));
    return found;
  }

  private static List<String> names(ObjectNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private Answer send(Operation operation, String path, JsonNode body) {
    var json = operation.takesJson() ? body.toString() : "";
    return shop.api().send(operation.method(), path, BodyPublishers.ofString(json));
  }
}
