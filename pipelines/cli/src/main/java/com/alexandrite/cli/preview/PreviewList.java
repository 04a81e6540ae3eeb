package com.alexandrite.cli.preview;

import com.alexandrite.cli.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** All previews in short, and whether anything was left behind. */
@Command(
    name = "list",
    description = "List the previews, and what belongs to none of them.",
    mixinStandardHelpOptions = true)
final class PreviewList implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws InterruptedException {
    JsonNode overview = PreviewCalls.current().overview();
    List<Preview> previews = PreviewCalls.previews(overview);
    if (previews.isEmpty()) {
      terminal.say("There is no preview. ./alexandrite preview create makes one of this branch.");
    }
    for (Preview preview : previews) {
      String name = terminal.strong("%-28s".formatted(preview.name()));
      terminal.say(name + "  " + PreviewText.state(terminal, preview));
    }
    terminal.say(left(overview));
    terminal.result(result(overview));
    return CommandLine.ExitCode.OK;
  }

  static Map<String, Object> result(JsonNode overview) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("previews", overview.path("previews"));
    result.put("orphans", orphans(overview));
    result.put("orphansByKind", overview.path("orphansByKind"));
    result.put("memoryBytes", overview.path("memoryBytes"));
    result.put("memoryLimitBytes", overview.path("memoryLimitBytes"));
    return result;
  }

  private static int orphans(JsonNode overview) {
    return overview.path("orphans").asInt(0);
  }

  private String left(JsonNode overview) {
    int orphans = orphans(overview);
    String memory =
        "%d of %d MB of memory"
            .formatted(
                overview.path("memoryBytes").asLong(0) / 1_000_000,
                overview.path("memoryLimitBytes").asLong(0) / 1_000_000);
    return terminal.dim("Orphans: " + orphans + ", " + memory);
  }
}
