package com.alexandrite.console.preview.api;

import com.alexandrite.preview.Depth;
import com.alexandrite.preview.FlagDifference;
import com.alexandrite.preview.Phase;
import com.alexandrite.preview.PreviewView;
import com.alexandrite.preview.Problem;
import com.alexandrite.preview.SchemaReport;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A preview as programs read it: the view, with words for its constants and seconds for spans. */
record PreviewJson(
    String name,
    List<String> branches,
    @Nullable String revision,
    @Nullable String subject,
    @Nullable String baseline,
    @Nullable String depth,
    String depthReason,
    boolean depthForced,
    Phase phase,
    String message,
    @Nullable Problem problem,
    int queuePlace,
    Map<String, String> addresses,
    List<ServiceJson> services,
    @Nullable Double buildSeconds,
    @Nullable Double readySeconds,
    @Nullable Double wakeSeconds,
    SchemaJson schema,
    List<FlagDifference> flags,
    List<PreviewView.DemoAccount> accounts,
    PreviewView.@Nullable Verdict verdict,
    long memoryBytes,
    boolean pinned,
    String createdBy,
    Instant createdAt,
    Instant lastUsedAt,
    @Nullable Instant sleepsAt,
    @Nullable Instant expiresAt,
    List<PreviewView.Event> events,
    String page) {

  private static final List<String> SITES = List.of("shop", "crm", "mes", "api");

  /** A service; {@code origin} is {@code branch} or {@code baseline}. */
  record ServiceJson(
      String name,
      String origin,
      @Nullable String revision,
      String state,
      String message,
      long memoryBytes,
      String log) {}

  /** What the branch does to the databases. */
  record SchemaJson(List<SchemaReport.Change> changes, List<MigrationJson> migrations) {}

  /** A migration and how long it ran. */
  record MigrationJson(String service, String version, String description, double seconds) {}

  static PreviewJson of(PreviewView view, String console) {
    return new PreviewJson(
        view.name(),
        view.branches(),
        view.revision(),
        view.subject(),
        view.baseline(),
        word(view.depth()),
        view.depthReason(),
        view.depthForced(),
        view.phase(),
        view.message(),
        view.problem(),
        view.queuePlace(),
        ordered(view.addresses()),
        view.services().stream().map(PreviewJson::service).toList(),
        view.buildSeconds(),
        view.readySeconds(),
        view.wakeSeconds(),
        schema(view.schema()),
        view.flags(),
        view.accounts(),
        view.verdict(),
        view.memoryBytes(),
        view.pinned(),
        view.createdBy(),
        view.createdAt(),
        view.lastUsedAt(),
        view.sleepsAt(),
        view.expiresAt(),
        view.events(),
        console + "/previews/" + view.name());
  }

  private static @Nullable String word(@Nullable Depth depth) {
    return depth == null ? null : depth.word();
  }

  private static Map<String, String> ordered(Map<String, String> addresses) {
    Map<String, String> ordered = new LinkedHashMap<>();
    SITES.stream()
        .filter(addresses::containsKey)
        .forEach(site -> ordered.put(site, addresses.get(site)));
    addresses.forEach(ordered::putIfAbsent);
    return ordered;
  }

  private static ServiceJson service(PreviewView.Service service) {
    return new ServiceJson(
        service.name(),
        service.origin().name().toLowerCase(Locale.ROOT),
        service.revision(),
        service.state(),
        service.message(),
        service.memoryBytes(),
        service.log());
  }

  private static SchemaJson schema(SchemaReport report) {
    return new SchemaJson(
        report.changes(), report.migrations().stream().map(PreviewJson::migration).toList());
  }

  private static MigrationJson migration(SchemaReport.Migration one) {
    return new MigrationJson(one.service(), one.version(), one.description(), seconds(one.took()));
  }

  private static double seconds(Duration span) {
    return span.toNanos() / 1e9;
  }
}
