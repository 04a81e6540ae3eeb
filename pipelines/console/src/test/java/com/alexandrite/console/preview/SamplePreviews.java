package com.alexandrite.console.preview;

import com.alexandrite.preview.Depth;
import com.alexandrite.preview.FlagDifference;
import com.alexandrite.preview.Origin;
import com.alexandrite.preview.Phase;
import com.alexandrite.preview.PreviewView;
import com.alexandrite.preview.PreviewView.DemoAccount;
import com.alexandrite.preview.PreviewView.Event;
import com.alexandrite.preview.PreviewView.Service;
import com.alexandrite.preview.Problem;
import com.alexandrite.preview.SchemaReport;
import com.alexandrite.preview.SchemaReport.Change;
import com.alexandrite.preview.SchemaReport.Kind;
import com.alexandrite.preview.SchemaReport.Migration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Previews as they look at the moments that matter. */
final class SamplePreviews {
  static final String BRANCH = "7c9f41be02d1c3a4f5e60718293a4b5c6d7e8f90";
  static final String BASELINE = "4895cce0a1b2c3d4e5f60718293a4b5c6d7e8f90";

  private static final SchemaReport SCHEMA =
      new SchemaReport(
          List.of(
              new Change("shop", Kind.ADDED, "orders.gift_note", "", "character varying(200)"),
              new Change(
                  "shop",
                  Kind.CHANGED,
                  "orders.metal",
                  "character varying(20) not null",
                  "character varying(40) not null default 'silver'::character varying"),
              new Change(
                  "crm",
                  Kind.REMOVED,
                  "index inbox_by_risk",
                  "create index inbox_by_risk on inbox using btree (risk desc)",
                  "")),
          List.of(
              new Migration("shop", "31", "gift note", Duration.ofMillis(84)),
              new Migration("crm", "17", "drop inbox by risk", Duration.ofMillis(1240))));
  private static final Problem PROBLEM =
      new Problem(
          "build-failed",
          "services/shop does not compile: Cart.java:41, incompatible types.",
          "Mend it and push again; the preview is made again by itself.",
          """
          [ERROR] /shop/src/main/java/com/alexandrite/shop/order/Cart.java:[41,20] incompatible types: java.lang.String cannot be converted to com.alexandrite.shop.order.Metal
          [ERROR]     Metal metal = request.metal();
          [ERROR] BUILD FAILURE\
          """);

  private SamplePreviews() {}

  /** One of each. */
  static List<PreviewView> all(Instant now) {
    return List.of(
        ready("feature-rings", "feature/rings", now),
        of("search-by-metal", "search/by-metal", Phase.STARTING, "Shop and CRM start.", null, now),
        of("fix-cart", "fix/cart", Phase.FAILED, "", PROBLEM, now),
        of("seller-inbox-2", "seller/inbox-2", Phase.ASLEEP, "", null, now),
        of(
            "experiment-with-a-ra-3f9a1",
            "experiment/with-a-rather-long-name-that-somebody-gave-to-a-branch-of-theirs",
            Phase.QUEUED,
            "",
            null,
            now));
  }

  static PreviewView ready(String name, String branch, Instant now) {
    return of(name, branch, Phase.READY, "", null, now);
  }

  static PreviewView of(
      String name,
      String branch,
      Phase phase,
      String message,
      @Nullable Problem problem,
      Instant now) {
    boolean awake = phase == Phase.READY;
    boolean seen = awake || phase == Phase.ASLEEP;
    List<Service> services = services(phase);
    return new PreviewView(
        name,
        List.of(branch),
        BRANCH,
        "Let a customer add a note to a gift",
        BASELINE,
        phase == Phase.QUEUED ? null : Depth.OVERLAY_STATE,
        phase == Phase.QUEUED
            ? ""
            : "shop and crm changed, and migration V31__gift_note.sql is new",
        false,
        phase,
        message,
        problem,
        phase == Phase.QUEUED ? 2 : 0,
        addresses(name),
        services,
        seen ? 14.2 : null,
        seen ? 9.4 : null,
        phase == Phase.ASLEEP ? 6.1 : null,
        seen ? SCHEMA : SchemaReport.SAME,
        seen ? List.of(new FlagDifference("gift-notes", "off", "on", true)) : List.of(),
        List.of(
            new DemoAccount("shop", "anna", "customer"),
            new DemoAccount("crm", "serge", "seller"),
            new DemoAccount("mes", "oleg", "operator")),
        awake ? new PreviewView.Verdict("go", BRANCH, now.minusSeconds(120), null) : null,
        services.stream().mapToLong(Service::memoryBytes).sum(),
        false,
        "rita",
        now.minusSeconds(5400),
        now.minusSeconds(240),
        phase == Phase.ASLEEP ? null : now.plusSeconds(1560),
        now.plusSeconds(3 * 86_400),
        List.of(
            new Event(now.minusSeconds(5300), "Ready 9.4 s after the build", ""),
            new Event(now.minusSeconds(5310), "Databases made and migrated in 1.9 s", ""),
            new Event(now.minusSeconds(5324), "Built shop and crm in 14.2 s", ""),
            new Event(now.minusSeconds(5400), "Asked for", "rita")));
  }

  private static Map<String, String> addresses(String name) {
    return Stream.of("shop", "crm", "mes", "api")
        .collect(
            Collectors.toMap(
                site -> site, site -> "http://" + site + "." + name + ".localhost:8080"));
  }

  private static List<Service> services(Phase phase) {
    String state =
        switch (phase) {
          case READY -> "ready";
          case FAILED -> "failed";
          case ASLEEP -> "asleep";
          default -> "starting";
        };
    boolean runs = phase == Phase.READY;
    return List.of(
        service("shop", Origin.BRANCH, state, runs ? 214_000_000 : 0),
        service("crm", Origin.BRANCH, state, runs ? 187_000_000 : 0),
        service("mes", Origin.BASELINE, "on-demand", 0),
        service("pricing-worker", Origin.BASELINE, "on-demand", 0));
  }

  private static Service service(String name, Origin origin, String state, long memory) {
    String why = state.equals("failed") ? "the build failed, see above" : "";
    return new Service(
        name, origin, origin == Origin.BRANCH ? BRANCH : BASELINE, state, why, memory, name);
  }
}
