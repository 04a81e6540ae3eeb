package com.alexandrite.flags.server.flagsmith;

import com.alexandrite.flags.server.count.Evaluations;
import com.alexandrite.flags.server.count.Evaluations.Count;
import com.alexandrite.flags.server.definition.Definitions;
import com.alexandrite.flags.server.environment.Documents;
import com.alexandrite.flags.server.instance.Instances;
import com.alexandrite.flags.server.instance.Report;
import com.alexandrite.flags.server.key.EnvironmentKey;
import com.alexandrite.flags.server.key.EnvironmentKeys;
import com.alexandrite.flags.server.store.Refused;
import com.alexandrite.flags.server.wire.FlagsmithDocument;
import com.alexandrite.flags.server.wire.FlagsmithFlags;
import com.alexandrite.flags.server.wire.FlagsmithIdentity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Flagsmith's API as its Java client speaks it, and two endpoints of our own for what it has no
 * words for. Nothing here answers 413, 429 or 503: the client's threads would wait until the server
 * is back, however long that takes.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "flagsmith")
public class FlagsmithApi {
  private static final String KEY = "X-Environment-Key";

  private final EnvironmentKeys keys;
  private final Evaluations evaluations;
  private final Instances instances;
  private final KnownEnvironments known;

  /** Over the flag database. */
  public FlagsmithApi(
      EnvironmentKeys keys,
      Documents documents,
      Definitions definitions,
      Evaluations evaluations,
      Instances instances) {
    this.keys = keys;
    this.evaluations = evaluations;
    this.instances = instances;
    this.known = new KnownEnvironments(documents, definitions);
  }

  /** What an instance counted since it last told. */
  record Counts(List<Count> counts) {}

  /** What an instance reports when it can't reach the broker. */
  record Applied(String instance, String service, long version) {}

  @GetMapping({"/environment-document", "/environment-document/"})
  @Operation(summary = "Everything that a client needs to evaluate by itself")
  Map<String, Object> document(@RequestHeader(name = KEY, required = false) @Nullable String key) {
    EnvironmentKey opened = opened(key);
    if (!opened.kind().equals("server")) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "server-key-needed",
          "The whole document is for server keys only.",
          "Use a key that begins with ser. (and keep it on the server).");
    }
    KnownEnvironments.Known now = known.newest(opened.environment());
    // Clients hash this name with an identity, so it is none of the keys that are rotated.
    return FlagsmithDocument.of(now.document(), now.catalogue(), "env-" + opened.environment());
  }

  @GetMapping({"/flags", "/flags/"})
  @Operation(summary = "The flags for nobody in particular")
  List<Map<String, Object>> flags(
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return FlagsmithFlags.ofEnvironment(known.newest(opened(key).environment()).flags());
  }

  @PostMapping({"/identities", "/identities/"})
  @Operation(summary = "The flags for one identity")
  Map<String, Object> identity(
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody FlagsmithIdentity identity) {
    return FlagsmithFlags.ofIdentity(known.newest(opened(key).environment()).flags(), identity);
  }

  @PostMapping({"/analytics/flags", "/analytics/flags/"})
  @Operation(summary = "How often a client asked for each flag, without variants")
  void analytics(
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody Map<String, Long> counts) {
    List<Count> all =
        counts.entrySet().stream().map(one -> new Count(one.getKey(), "", one.getValue())).toList();
    evaluations.add(opened(key).environment(), all);
  }

  @PostMapping({"/evaluations", "/evaluations/"})
  @Operation(summary = "How often each variant was the answer (not in Flagsmith)")
  void evaluations(
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody Counts counts) {
    evaluations.add(opened(key).environment(), counts.counts());
  }

  @PostMapping({"/applied", "/applied/"})
  @Operation(summary = "Which version an instance runs on, without the broker (not in Flagsmith)")
  void applied(
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody Applied applied) {
    instances.heard(
        new Report(
            applied.instance(),
            applied.service(),
            opened(key).environment(),
            applied.version(),
            null));
  }

  private EnvironmentKey opened(@Nullable String secret) {
    EnvironmentKey key = keys.opening(secret);
    if (key == null) {
      throw new Refused(
          Refused.Kind.NO_KEY,
          "key-unknown",
          secret == null || secret.isBlank()
              ? "The header X-Environment-Key is missing."
              : "This environment key is not known, or it was revoked.",
          "Ask for a key of the environment in the console, under Flags.");
    }
    return key;
  }
}
