package com.alexandrite.preview.space;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whose queue is whose: {@code crm.order-events} is the CRM's. */
final class ServiceQueues {

  /** By what its queues begin with. */
  private static final Map<String, String> SERVICES =
      Map.of("shop", "shop", "crm", "crm", "mes", "mes", "pricing", "pricing-worker");

  /** Messages that nobody handles until a person has looked. */
  private static final String PARKING = ".parking";

  private ServiceQueues() {}

  /** Which service hears this queue. */
  static Optional<String> service(String queue) {
    int dot = queue.indexOf('.');
    return dot < 0 ? Optional.empty() : Optional.ofNullable(SERVICES.get(queue.substring(0, dot)));
  }

  /** Whether messages in it are work to do. */
  static boolean isWork(String queue) {
    return !queue.endsWith(PARKING);
  }

  /**
   * What a virtual host begins with, so that a message for a service that does not run yet waits
   * for it instead of finding no queue.
   *
   * @param definitions as RabbitMQ exports those of the baseline
   * @param declaringThemselves services whose queues the branch may have changed
   */
  static ObjectNode beginning(JsonNode definitions, Set<String> declaringThemselves) {
    Predicate<String> copied =
        queue ->
            service(queue).filter(service -> !declaringThemselves.contains(service)).isPresent();
    ObjectNode beginning = JsonMapper.shared().createObjectNode();
    copy(definitions, "exchanges", beginning, one -> !isOthers(one.path("name").asString()));
    copy(definitions, "queues", beginning, one -> copied.test(one.path("name").asString()));
    copy(
        definitions,
        "bindings",
        beginning,
        one ->
            !isOthers(one.path("source").asString())
                && copied.test(one.path("destination").asString()));
    return beginning;
  }

  /** The broker's own, and those of the flag server. */
  private static boolean isOthers(String exchange) {
    return exchange.isEmpty() || exchange.startsWith("amq.") || exchange.startsWith("flags.");
  }

  private static void copy(
      JsonNode from, String kind, ObjectNode to, Predicate<JsonNode> selected) {
    ArrayNode list = to.putArray(kind);
    for (JsonNode one : from.path(kind)) {
      if (selected.test(one)) {
        list.add(one);
      }
    }
  }
}
