package com.alexandrite.cli.flags;

import com.alexandrite.flags.definitions.FlagDefinition;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the running flag server says of production. */
record SettledOnServer(Map<String, Settled> flags) implements SettledFlags {

  /** Reads the answer of {@code GET /api/flags}. */
  static SettledOnServer of(JsonNode rows) {
    Map<String, Settled> flags = new TreeMap<>();
    for (JsonNode row : rows) {
      JsonNode production = row.path("states").path("production");
      percent(production)
          .flatMap(percent -> since(production).map(since -> new Settled(percent, since)))
          .ifPresent(settled -> flags.put(row.path("key").asString(""), settled));
    }
    return new SettledOnServer(flags);
  }

  private static Optional<Integer> percent(JsonNode state) {
    return switch (state.path("state").asString("")) {
      case "off" -> Optional.of(0);
      case "on" -> Optional.of(100);
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> since(JsonNode state) {
    try {
      return Optional.of(Instant.parse(state.path("changedAt").asString("")));
    } catch (DateTimeParseException _) {
      // An answer without a date: nothing can be said about it.
      return Optional.empty();
    }
  }

  @Override
  public String origin() {
    return "by the flag server's history";
  }

  @Override
  public Optional<Settled> of(FlagDefinition flag) {
    return Optional.ofNullable(flags.get(flag.key()));
  }
}
