package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.cli.traffic.RingModel;
import com.alexandrite.environment.process.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/**
 * One real order from the upload to its end, through the pages' own APIs: the check of {@code up}.
 */
final class SmokeOrder {

  /** The fields of {@code smoke} in the result of {@code up}. */
  record Result(String orderId, String state, double seconds) {}

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final int edgePort;
  private final String password;
  private final Terminal terminal;

  SmokeOrder(int edgePort, String password, Terminal terminal) {
    this.edgePort = edgePort;
    this.password = password;
    this.terminal = terminal;
  }

  Result take() throws IOException, InterruptedException {
    Stopwatch stopwatch = Stopwatch.start();
    terminal.progress("order", "a customer orders a ring");
    Person customer = Person.signedIn("shop", edgePort, "anna", password);
    String order = upload(customer);
    place(customer, order);
    manufacture(order);
    Person seller = Person.signedIn("crm", edgePort, "vera", password);
    untilAccepted(seller, "/api/orders/" + order + "/close");
    String state = closed(customer, order);
    return new Result(order, state, stopwatch.seconds());
  }

  private static String upload(Person customer) throws IOException, InterruptedException {
    String order = customer.post("/api/orders", Map.of()).require("orderId");
    customer
        .upload("/api/orders/" + order + "/model?filename=smoke.stl", new RingModel(17.3, 2).stl())
        .requireAccepted();
    return order;
  }

  private void place(Person customer, String order) throws IOException, InterruptedException {
    JsonNode priced = await(customer, order, "a price", seen -> seen.path("quote").isObject());
    String quote = priced.path("quote").path("quoteId").asString();
    customer
        .post(
            "/api/orders/" + order + "/place",
            Map.of("quoteId", quote, "idempotencyKey", UUID.randomUUID().toString()))
        .requireAccepted();
  }

  private void manufacture(String order) throws IOException, InterruptedException {
    Person seller = Person.signedIn("crm", edgePort, "vera", password);
    untilAccepted(seller, "/api/orders/" + order + "/approve");
    Person operator = Person.signedIn("mes", edgePort, "oleg", password);
    for (String action : new String[] {"take", "complete", "pack", "ship"}) {
      untilAccepted(operator, "/api/work-orders/" + order + "/" + action);
    }
  }

  private String closed(Person customer, String order) throws IOException, InterruptedException {
    return await(
            customer, order, "its end", seen -> seen.path("state").asString("").equals("CLOSED"))
        .path("state")
        .asString();
  }

  /**
   * The news of an order takes a moment from service to service: until then it is not known yet.
   */
  private static void untilAccepted(Person person, String path) throws IOException {
    var last = new AtomicReference<>("");
    boolean accepted =
        Waiting.until(
            () -> {
              try {
                Person.Answer answer = person.post(path, Map.of());
                last.set(answer.status() + " " + answer.body());
                return answer.accepted();
              } catch (IOException e) {
                last.set(e.toString());
                return false;
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
              }
            },
            LIMIT);
    if (!accepted) {
      throw new CommandFailed(
          "the check's order does not get through " + path + ": " + last.get(),
          "./alexandrite status, and the logs of shop, crm, mes and rabbitmq");
    }
  }

  private static JsonNode await(
      Person customer,
      String order,
      String what,
      java.util.function.Predicate<JsonNode> condition) {
    var seen = new AtomicReference<JsonNode>();
    boolean came =
        Waiting.until(
            () -> {
              seen.set(customer.look("/api/orders/" + order));
              return condition.test(seen.get());
            },
            LIMIT);
    if (!came) {
      throw new CommandFailed(
          "the check's order %s does not reach %s: %s".formatted(order, what, seen.get()),
          "./alexandrite logs pricing-worker, and the logs of shop, crm, mes and rabbitmq");
    }
    return seen.get();
  }
}
