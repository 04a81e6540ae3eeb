package com.alexandrite.flags.togglz;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.LiveFlags;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.togglz.core.repository.FeatureState;

/** What was read last, in memory: Togglz asks its repository for every evaluation. */
final class FlagsInForce {
  private final List<Flag<?>> catalogue;
  private final AtomicReference<@Nullable Seen> seen = new AtomicReference<>();

  FlagsInForce(List<Flag<?>> catalogue) {
    this.catalogue = List.copyOf(catalogue);
  }

  private record Seen(FlagDocument document, Map<String, FeatureState> told, LiveFlags answers) {}

  List<Flag<?>> catalogue() {
    return catalogue;
  }

  Optional<Flag<?>> flag(String key) {
    return catalogue.stream().filter(flag -> flag.key().equals(key)).findFirst();
  }

  /** Takes a document, unless it is older; gives the one now in force. */
  FlagDocument take(FlagDocument document) {
    Seen next = new Seen(document, told(document), answers(document));
    Seen now =
        seen.updateAndGet(
            old -> old != null && old.document.version() > document.version() ? old : next);
    return now == null ? document : now.document;
  }

  /** A flag's state in Togglz's words; a copy, because Togglz's users change it. */
  Optional<FeatureState> told(String key) {
    return Optional.ofNullable(seen.get()).map(it -> it.told.get(key)).map(FeatureState::copy);
  }

  /** What answers when this is the flag's state: the one in force, as a rule. */
  LiveFlags answers(FeatureState state) {
    Seen now = seen.get();
    String key = state.getFeature().name();
    if (now != null && state.equals(now.told.get(key))) {
      return now.answers;
    }
    FlagState blank = new FlagState(key, false, "", List.of());
    return answers(
        new FlagDocument(
            "",
            0,
            Instant.EPOCH,
            List.of(RulesStrategy.state(state, blank)),
            now == null ? List.of() : now.document.segments()));
  }

  /** Drills are for whoever asks to judge. */
  private LiveFlags answers(FlagDocument document) {
    LiveFlags answers = new LiveFlags(catalogue, true);
    answers.apply(document);
    return answers;
  }

  private static Map<String, FeatureState> told(FlagDocument document) {
    Map<String, FeatureState> told = new HashMap<>();
    document.flags().forEach(state -> told.put(state.key(), RulesStrategy.told(state)));
    return told;
  }
}
