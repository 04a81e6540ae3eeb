package com.alexandrite.console.page;

import com.alexandrite.console.view.RevisionView;
import com.alexandrite.console.view.RolloutDetail;
import java.util.Comparator;
import java.util.stream.Stream;

/** What follows from an action, in numbers, for the dialog that asks before it. */
final class Consequences {

  private final RolloutDetail rollout;
  private final PageWords words;

  Consequences(RolloutDetail rollout, PageWords words) {
    this.rollout = rollout;
    this.words = words;
  }

  public Phrase of(String action) {
    return switch (action) {
      case "abort" -> say("follows.abort", rollout.weight(), newest(), rollout.stable());
      case "promote" -> promote();
      case "promote-full" ->
          say("follows.promote-full", newest(), rollout.steps() - rollout.step(), rollout.weight());
      case "skip-step" -> skip();
      case "pause" -> Phrase.of("follows.pause");
      case "resume" -> Phrase.of("follows.resume");
      case "restart" -> Phrase.of("follows.restart", processes());
      case "set-image" -> Phrase.of("follows.set-image", rollout.stable(), rollout.steps());
      case "accept" -> Phrase.of("follows.accept", rollout.stable());
      case "retry" -> say("follows.retry", newest(), rollout.stable(), rollout.steps());
      default -> Phrase.of("follows.undo.before", rollout.stable());
    };
  }

  /** What follows from going back to this revision. */
  public Phrase undo(RevisionView revision) {
    return Phrase.of(
        "follows.undo", revision.version(), revision.revision(), rollout.stable(), rollout.steps());
  }

  private Phrase promote() {
    if (Stream.of("no-data", "freeze")
        .flatMap(kind -> rollout.safeguard(kind).stream())
        .anyMatch(it -> !it.overridden())) {
      return Phrase.of("follows.promote.override", newest());
    }
    return rollout.stepsDetail().stream()
        .filter(step -> step.index() == rollout.step() + 1)
        .map(words::does)
        .findFirst()
        .map(next -> say("follows.promote", newest(), next, rollout.weight()))
        .orElseGet(() -> say("follows.promote.last", newest(), rollout.stable()));
  }

  private Phrase skip() {
    int step = rollout.step() + 1;
    return step < rollout.steps()
        ? Phrase.of("follows.skip-step", step, rollout.steps())
        : Phrase.of("follows.skip-step.last", newest());
  }

  private int processes() {
    return rollout.revisions().stream().mapToInt(RevisionView::replicas).sum();
  }

  private Phrase say(String key, Object... values) {
    return Phrase.of(rollout.work().key(key), values);
  }

  private String newest() {
    String canary = rollout.canary();
    return canary != null
        ? canary
        : rollout.revisions().stream()
            .max(Comparator.comparingInt(RevisionView::revision))
            .map(RevisionView::version)
            .orElse(rollout.stable());
  }
}
