package com.alexandrite.preview.comment;

import com.alexandrite.preview.Depth;
import com.alexandrite.preview.FlagDifference;
import com.alexandrite.preview.Origin;
import com.alexandrite.preview.Phase;
import com.alexandrite.preview.PreviewView;
import com.alexandrite.preview.PreviewView.DemoAccount;
import com.alexandrite.preview.PreviewView.Service;
import com.alexandrite.preview.PreviewView.Verdict;
import com.alexandrite.preview.Problem;
import com.alexandrite.preview.SchemaReport;
import com.alexandrite.preview.SchemaReport.Change;
import com.alexandrite.preview.SchemaReport.Kind;
import com.alexandrite.preview.SchemaReport.Migration;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Previews as tests need them. */
final class Previews {
  static final URI PAGE = URI.create("http://console.localhost:8080/previews/feature-rings");
  static final String REVISION = "4f1c2d3e5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d";
  static final String BASELINE = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
  private static final Instant MADE = Instant.parse("2026-11-25T09:00:00Z");

  private Previews() {}

  static PreviewView ready() {
    return view(Phase.READY, "", null);
  }

  static PreviewView asleep() {
    return view(Phase.ASLEEP, "", null);
  }

  static PreviewView failed(String subject, String detail) {
    return view(
        Phase.FAILED,
        "",
        new Problem(
            "migration-failed",
            "V12__gift_note.sql of shop fails on the copy of the data.",
            "Mend the migration and push again.",
            detail),
        subject,
        List.of("feature/rings"));
  }

  static PreviewView withSubject(String subject, List<String> branches) {
    return view(Phase.READY, "", null, subject, branches);
  }

  static PreviewView view(Phase phase, String message, @Nullable Problem problem) {
    return view(phase, message, problem, "Give rings a price of their own", branches());
  }

  static List<String> branches() {
    return List.of("feature/rings");
  }

  private static PreviewView view(
      Phase phase,
      String message,
      @Nullable Problem problem,
      String subject,
      List<String> branches) {
    boolean seen = phase == Phase.READY || phase == Phase.ASLEEP;
    return new PreviewView(
        "feature-rings",
        branches,
        REVISION,
        subject,
        BASELINE,
        Depth.OVERLAY_STATE,
        "shop has a new migration.",
        false,
        phase,
        message,
        problem,
        phase == Phase.QUEUED ? 2 : 0,
        Map.of(
            "shop", "http://shop.feature-rings.localhost:8080",
            "crm", "http://crm.feature-rings.localhost:8080",
            "mes", "http://mes.feature-rings.localhost:8080",
            "api", "http://api.feature-rings.localhost:8080"),
        services(phase),
        phase == Phase.BUILDING ? null : Double.valueOf(41.4),
        seen ? Double.valueOf(9.42) : null,
        phase == Phase.ASLEEP ? Double.valueOf(4.06) : null,
        seen ? schema() : SchemaReport.SAME,
        seen ? flags() : List.of(),
        List.of(
            new DemoAccount("crm", "seller", "seller"), new DemoAccount("mes", "olga", "operator")),
        seen ? new Verdict("go", REVISION, MADE, "http://console.localhost:8080/reports/7") : null,
        phase == Phase.READY ? 703_112_345L : 0,
        false,
        "vera",
        MADE,
        MADE.plusSeconds(600),
        phase == Phase.READY ? MADE.plusSeconds(600 + 1800) : null,
        MADE.plusSeconds(600).plus(Duration.ofDays(3)),
        List.of());
  }

  private static List<Service> services(Phase phase) {
    String state =
        switch (phase) {
          case READY -> "ready";
          case ASLEEP -> "asleep";
          case FAILED -> "failed";
          default -> "starting";
        };
    String why = phase == Phase.FAILED ? "its database is not migrated" : "";
    return List.of(
        new Service("shop", Origin.BRANCH, REVISION, state, why, 0, "preview.feature-rings.shop"),
        new Service(
            "crm", Origin.BASELINE, BASELINE, "on-demand", "", 0, "preview.feature-rings.crm"),
        new Service("mes", Origin.BASELINE, null, "on-demand", "", 0, "preview.feature-rings.mes"));
  }

  private static SchemaReport schema() {
    return new SchemaReport(
        List.of(
            new Change("shop", Kind.ADDED, "orders.gift_note", "", "gift_note varchar(200)"),
            new Change(
                "shop",
                Kind.CHANGED,
                "index orders_by_day",
                "CREATE INDEX orders_by_day ON orders (day)",
                "CREATE INDEX orders_by_day ON orders (day, id)")),
        List.of(new Migration("shop", "12", "gift note", Duration.ofMillis(37))));
  }

  private static List<FlagDifference> flags() {
    return List.of(
        new FlagDifference("shop.gift-note", "off", "on", true),
        new FlagDifference("mes.queue", "on", "30 %", false));
  }
}
