package com.alexandrite.cli.flags;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.rollouts.Beat;
import com.alexandrite.cli.rollouts.ConsoleCalls;
import com.alexandrite.cli.terminal.CommandFailed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Flags as the console switches them. */
final class FlagDesk {
  private static final String AFTER_REFUSAL = "./alexandrite flags list";
  private static final Duration BEAT = Duration.ofMillis(50);
  private static final int BEATS = 100;

  private final Installation installation;
  private final Beat beat;

  FlagDesk(Installation installation) {
    this.installation = installation;
    this.beat = Beat.every(BEAT);
  }

  /** All flags, in short, with their state in each environment. */
  JsonNode rows() throws InterruptedException {
    return get("/api/flags");
  }

  /** The instances of an environment. */
  JsonNode instances(String environment) throws InterruptedException {
    return get("/api/flag-environments/" + encoded(environment) + "/instances");
  }

  /** One flag in one environment. */
  JsonNode flag(String key, String environment) throws InterruptedException {
    return get(path(key, environment));
  }

  /** One flag with its definition. */
  JsonNode definition(String key) throws InterruptedException {
    return get("/api/flags/" + encoded(key));
  }

  /** The newest changes; of a flag or an environment when given. */
  JsonNode changes(@Nullable String key, @Nullable String environment, int limit)
      throws InterruptedException {
    String ofFlag = key == null ? "" : "&flag=" + encoded(key);
    String ofEnvironment = environment == null ? "" : "&environment=" + encoded(environment);
    return get("/api/flag-changes?limit=" + limit + ofFlag + ofEnvironment);
  }

  /** Changes a flag: {@code switch}, {@code share} or {@code kill}. */
  JsonNode change(String key, String environment, String action, Map<String, ?> request)
      throws InterruptedException {
    return post(path(key, environment) + "/" + action, request);
  }

  /** Takes a change back by a new one. */
  JsonNode undo(long change, String reason) throws InterruptedException {
    return post("/api/flag-changes/" + change + "/undo", Map.of("reason", reason));
  }

  /**
   * The flag after a change, as soon as the last instance has it; as it is when that takes long.
   *
   * @param answer of the change
   * @throws CommandFailed when the change waits for a second person
   */
  FlagState afterChange(String key, String environment, JsonNode answer)
      throws InterruptedException {
    if (answer.path("outcome").asString("").equals("waits")) {
      throw new CommandFailed(
          "Nothing is changed yet: " + environment + " wants a second person's yes.",
          "somebody else approves it on the flag's page in the console");
    }
    FlagState state = FlagState.of(flag(key, environment));
    for (int at = 0; at < BEATS && state.lastInstanceMs() == null && hasInstances(state); at++) {
      beat.await();
      state = FlagState.of(flag(key, environment));
    }
    return state;
  }

  private static boolean hasInstances(FlagState state) {
    return !state.instances().isEmpty();
  }

  private JsonNode get(String path) throws InterruptedException {
    return ConsoleCalls.ask(installation, console -> console.get(path), AFTER_REFUSAL);
  }

  private JsonNode post(String path, Map<String, ?> request) throws InterruptedException {
    return ConsoleCalls.ask(installation, console -> console.post(path, request), AFTER_REFUSAL);
  }

  private static String path(String key, String environment) {
    return "/api/flags/" + encoded(key) + "/environments/" + encoded(environment);
  }

  private static String encoded(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
