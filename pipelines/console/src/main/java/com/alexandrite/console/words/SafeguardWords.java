package com.alexandrite.console.words;

import com.alexandrite.console.view.RolloutDetail;
import com.alexandrite.console.view.SafeguardView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the safeguards beyond Argo have to say, as sentences. */
@Component
public class SafeguardWords {
  /** Nobody knows where the reader is; a zone that is named can be converted. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final Sentences sentences;

  SafeguardWords(Sentences sentences) {
    this.sentences = sentences;
  }

  /** Why the rollout waits; empty if no safeguard is the reason. */
  Optional<String> waiting(RolloutDetail rollout, Locale locale) {
    Optional<String> noData =
        rollout.safeguard("no-data").filter(it -> !it.overridden()).map(it -> noData(it, locale));
    return noData.or(() ->
        rollout
            .safeguard("freeze")
            .filter(it -> !it.overridden())
            .map(it -> sentences.say(locale, "explain.frozen", until(it), it.detail())));
  }

  private String noData(SafeguardView hold, Locale locale) {
    String waits = sentences.say(locale, "explain.noData", hold.detail());
    return hold.until() == null
        ? waits
        : waits + " " + sentences.say(locale, "explain.noData.until", until(hold));
  }

  /** That the new version is being watched; empty if it is not. */
  public String watched(RolloutDetail rollout, Locale locale) {
    return rollout
        .safeguard("bake")
        .map(it -> sentences.say(locale, "explain.baking", until(it)))
        .orElse("");
  }

  private static String until(SafeguardView safeguard) {
    Instant until = safeguard.until();
    return until == null ? "" : TIME.format(until);
  }
}
