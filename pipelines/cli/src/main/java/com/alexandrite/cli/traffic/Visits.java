package com.alexandrite.cli.traffic;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What visitors do in the Shop: three of four look around, one of four has a ring priced and orders
 * it. Customers come back with an earlier sign-in more often than they sign in, as password hashing
 * is slow on purpose and would otherwise be most of the load.
 */
final class Visits implements Crowd.Visitor {
  private static final Duration GLANCE = Duration.ofMillis(150);
  private static final Duration BETWEEN_LOOKS_AT_PRICE = Duration.ofMillis(400);
  private static final int LOOKS_AT_PRICE = 50;
  private static final double SHARE_ORDERING = 0.25;
  private static final double SHARE_SIGNING_IN = 0.15;

  private final Function<Session, Browser> browsers;
  private final RandomGenerator random;
  private final String password;
  private final AcceptedOrders accepted;
  private final Queue<Session> signedIn = new ConcurrentLinkedQueue<>();

  /**
   * @param browsers opens a browser on the Shop with these cookies
   * @param password of the demo customers
   */
  Visits(
      Function<Session, Browser> browsers,
      RandomGenerator random,
      String password,
      AcceptedOrders accepted) {
    this.browsers = browsers;
    this.random = random;
    this.password = password;
    this.accepted = accepted;
  }

  /**
   * One visit from arrival to leaving. A visitor whom the Shop fails just leaves: the failure is
   * counted already.
   */
  @Override
  public void visit() throws InterruptedException {
    try {
      if (random.nextDouble() < SHARE_ORDERING) {
        order();
      } else {
        lookAround(browsers.apply(new Session()));
      }
    } catch (VisitFailed _) {
      // The browser has counted it; the visitor leaves.
    }
  }

  private void lookAround(Browser browser) throws VisitFailed, InterruptedException {
    browser.open("/");
    browser.look(GLANCE);
    browser.read("/api/catalog", "/api/catalog");
    browser.look(GLANCE);
    browser.open("/");
  }

  private void order() throws VisitFailed, InterruptedException {
    Session session = random.nextDouble() < SHARE_SIGNING_IN ? null : signedIn.poll();
    boolean back = session != null;
    Session current = session == null ? new Session() : session;
    boolean keep = back;
    try {
      Browser browser = browsers.apply(current);
      browser.open("/");
      browser.read("/api/catalog", "/api/catalog");
      if (!back) {
        browser.signIn(random.nextBoolean() ? "anna" : "boris", password);
        keep = true;
      }
      orderRing(browser);
    } catch (VisitFailed failed) {
      keep &= !failed.signedOut();
      throw failed;
    } finally {
      if (keep) {
        signedIn.add(current);
      }
    }
  }

  private void orderRing(Browser browser) throws VisitFailed, InterruptedException {
    String orderId =
        browser.post("/api/orders", "/api/orders", Map.of(), 201).path("orderId").asString();
    String order = "/api/orders/" + orderId;
    byte[] ring = new RingModel(random.nextDouble(14, 22), random.nextDouble(1.5, 3.5)).stl();
    browser.upload(order + "/model?filename=ring.stl", "/api/orders/{id}/model", ring);
    String quoteId = awaitQuote(browser, order);
    if (quoteId != null) {
      Map<String, String> acceptance =
          Map.of("quoteId", quoteId, "idempotencyKey", UUID.randomUUID().toString());
      browser.post(order + "/place", "/api/orders/{id}/place", acceptance, 200);
      accepted.add(orderId, browser.customer());
    }
  }

  /** The quote's id, or null when the customer lost patience or the model could not be priced. */
  private static @Nullable String awaitQuote(Browser browser, String order)
      throws VisitFailed, InterruptedException {
    for (int look = 0; look < LOOKS_AT_PRICE; look++) {
      browser.look(BETWEEN_LOOKS_AT_PRICE);
      JsonNode seen = browser.read(order, "/api/orders/{id}");
      if (seen.path("quote").isObject()) {
        return seen.path("quote").path("quoteId").asString();
      }
      if (seen.path("failure").isObject()) {
        return null;
      }
    }
    return null;
  }
}
