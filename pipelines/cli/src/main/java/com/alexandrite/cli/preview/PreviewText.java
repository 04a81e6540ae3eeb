package com.alexandrite.cli.preview;

import com.alexandrite.cli.terminal.Terminal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A preview in words. */
final class PreviewText {
  private static final int SHORT = 10;

  private PreviewText() {}

  static void tell(Terminal terminal, Preview preview) {
    terminal.say(terminal.strong(preview.name()) + "  " + state(terminal, preview));
    addresses(terminal, preview);
    services(terminal, preview);
    String times = times(preview);
    if (!times.isEmpty()) {
      terminal.say("  " + terminal.dim(times));
    }
    if (preview.failed()) {
      preview.detail().lines().forEach(line -> terminal.say("  " + terminal.dim(line)));
      terminal.say("Next: " + preview.action());
    }
  }

  static String state(Terminal terminal, Preview preview) {
    String phase = preview.phase().toLowerCase(Locale.ROOT);
    String word =
        preview.ready()
            ? terminal.good(phase)
            : preview.failed() ? terminal.bad(phase) : terminal.warning(phase);
    return Stream.of(
            word,
            preview.pinned() ? "pinned" : "",
            preview.depth(),
            String.join(" + ", preview.branches()),
            shortened(preview.revision()),
            preview.message())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("  "));
  }

  private static void addresses(Terminal terminal, Preview preview) {
    preview
        .addresses()
        .forEach((site, address) -> terminal.say("  %-16s %s".formatted(site, address)));
  }

  private static void services(Terminal terminal, Preview preview) {
    for (Preview.Service service : preview.services()) {
      String line =
          "  %-16s %-9s %-10s  %s %s"
              .formatted(
                  service.name(),
                  service.origin(),
                  shortened(service.revision()),
                  service.state(),
                  service.message());
      terminal.say(line.stripTrailing());
    }
  }

  private static String times(Preview preview) {
    return Stream.of(
            named("built in", preview.seconds("buildSeconds")),
            named("ready after", preview.seconds("readySeconds")),
            named("woken in", preview.seconds("wakeSeconds")),
            preview.megabytes() == 0 ? "" : preview.megabytes() + " MB")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String named(String name, String seconds) {
    return seconds.isEmpty() ? "" : name + " " + seconds;
  }

  private static String shortened(String revision) {
    return revision.substring(0, Math.min(SHORT, revision.length()));
  }
}
