package com.alexandrite.cli.preview;

import com.alexandrite.cli.rollouts.Beat;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Takes previews away and waits until nothing of them is left. */
@Command(
    name = "delete",
    description = "Remove previews with their data.",
    mixinStandardHelpOptions = true)
final class PreviewDelete implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Beat BEAT = Beat.every(Duration.ofMillis(200));

  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(paramLabel = "NAME", arity = "1..*", description = "Previews, or their branches.")
  private List<String> names;

  private final InstantSource clock = InstantSource.system();

  @SuppressWarnings("NullAway.Init")
  PreviewDelete() {}

  @Override
  public Integer call() throws InterruptedException {
    PreviewCalls calls = PreviewCalls.current();
    List<Preview> all = new ArrayList<>();
    for (String name : names) {
      all.add(calls.find(name));
    }
    Instant began = clock.instant();
    for (Preview preview : all) {
      calls.delete(preview.name());
    }
    for (Preview preview : all) {
      awaitGone(calls, preview, began);
    }
    terminal.result(result(all, seconds(began)));
    return CommandLine.ExitCode.OK;
  }

  private void awaitGone(PreviewCalls calls, Preview preview, Instant began)
      throws InterruptedException {
    while (isThere(calls, preview.name())) {
      if (Duration.between(began, clock.instant()).compareTo(LIMIT) > 0) {
        throw new CommandFailed(
            preview.name() + " is still being removed after " + LIMIT.toMinutes() + " minutes.",
            "./alexandrite preview show " + preview.name() + "; ./alexandrite logs console");
      }
      BEAT.await();
    }
    terminal.progress("removed", "%s after %.1f s".formatted(preview.name(), seconds(began)));
  }

  private static boolean isThere(PreviewCalls calls, String name) throws InterruptedException {
    return PreviewCalls.previews(calls.overview()).stream()
        .anyMatch(preview -> preview.name().equals(name));
  }

  /** The last one as it was, and the names of all. */
  private static Map<String, Object> result(List<Preview> removed, double seconds) {
    Map<String, Object> result = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : removed.getLast().json().properties()) {
      result.put(field.getKey(), field.getValue());
    }
    result.put("removed", removed.stream().map(Preview::name).toList());
    result.put("removeSeconds", seconds);
    return result;
  }

  private double seconds(Instant began) {
    return Duration.between(began, clock.instant()).toMillis() / 1000.0;
  }
}
