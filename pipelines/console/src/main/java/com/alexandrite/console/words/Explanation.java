package com.alexandrite.console.words;

import com.alexandrite.console.view.Cause;
import com.alexandrite.console.view.ReleaseRecord;
import com.alexandrite.console.view.RolloutDetail;
import com.alexandrite.console.view.StepView;
import com.alexandrite.console.view.Work;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a rollout stands where it stands, in plain words. */
@Component
public class Explanation {
  private final Sentences sentences;
  private final CauseWords causes;
  private final StepWords steps;
  private final SafeguardWords safeguards;

  Explanation(Sentences sentences, CauseWords causes, StepWords steps, SafeguardWords safeguards) {
    this.sentences = sentences;
    this.causes = causes;
    this.steps = steps;
    this.safeguards = safeguards;
  }

  /** Why a release ended as it did, or why it was started while it runs. */
  public String why(ReleaseRecord release, Locale locale) {
    Cause cause = release.cause();
    return cause == null ? release.reason() : causes.of(cause, locale);
  }

  /** The story in a headline and what there is to add; that may be empty. */
  public record Story(String headline, String more) {}

  /** The whole story as one text. */
  public String of(RolloutDetail rollout, Locale locale) {
    Story story = story(rollout, locale);
    return (story.headline() + " " + story.more()).strip();
  }

  /** What happened last, or what goes on. */
  public Story story(RolloutDetail rollout, Locale locale) {
    Cause cause = rollout.cause();
    if (cause != null) {
      return new Story(causes.of(cause, locale), "");
    }
    Optional<ReleaseRecord> last = rollout.history().stream().findFirst();
    if (!rollout.underWay() && last.isPresent()) {
      return last.get().outcome() == null
          ? new Story(
              sentences.say(locale, rollout.work().key("explain.ending"), last.get().toVersion()),
              "")
          : ended(rollout, last.get(), locale);
    }
    String canary = rollout.canary();
    if (canary != null) {
      String share =
          sentences.say(locale, rollout.work().key("explain.share"), canary, rollout.weight());
      return new Story(share, waiting(rollout, locale));
    }
    return new Story(
        rollout.stable().isEmpty()
            ? sentences.say(locale, rollout.work().key("explain.first"))
            : sentences.say(locale, rollout.work().key("explain.stable"), rollout.stable()),
        "");
  }

  private Story ended(RolloutDetail rollout, ReleaseRecord release, Locale locale) {
    Work work = rollout.work();
    String version = release.toVersion();
    String met = met(work, release, locale);
    boolean promoted = "Promoted".equals(release.outcome());
    if (promoted && isWayBack(release.cause())) {
      return new Story(
          sentences.say(locale, work.key("explain.back"), version), why(release, locale));
    }
    if (promoted) {
      String more = (met + " " + safeguards.watched(rollout, locale)).strip();
      return new Story(sentences.say(locale, work.key("explain.promoted"), version), more);
    }
    String why = (why(release, locale) + " " + met).strip();
    if (!"RolledBack".equals(release.outcome())) {
      return new Story(sentences.say(locale, "explain.failed", version), why);
    }
    Double seconds = release.secondsToAbort();
    String headline =
        seconds == null
            ? sentences.say(locale, "explain.rolledBack", version)
            : sentences.say(locale, work.key("explain.rolledBack.after"), version, seconds);
    String back = sentences.say(locale, work.key("explain.back"), release.fromVersion());
    return new Story(headline, why + " " + back);
  }

  /** The release that brought the version before back. */
  private static boolean isWayBack(@Nullable Cause cause) {
    return cause instanceof Cause.Restored || cause instanceof Cause.Together;
  }

  private String met(Work work, ReleaseRecord release, Locale locale) {
    Long requests = release.requests();
    Long failed = release.failedRequests();
    return requests == null || failed == null
        ? ""
        : sentences.say(locale, work.key("explain.met"), requests, failed);
  }

  private String waiting(RolloutDetail rollout, Locale locale) {
    Optional<String> safeguard = safeguards.waiting(rollout, locale);
    if (safeguard.isPresent()) {
      return safeguard.get();
    }
    StepView step = current(rollout);
    if (rollout.message().equals("InconclusiveExperiment")) {
      return sentences.say(locale, "explain.inconclusive.experiment");
    }
    if (rollout.message().equals("InconclusiveAnalysisRun")) {
      return sentences.say(locale, "explain.inconclusive");
    }
    if (rollout.message().equals("manually paused")) {
      return sentences.say(locale, "explain.held");
    }
    return step == null
        ? sentences.say(locale, "explain.last")
        : sentences.say(locale, "explain.now", steps.of(step, locale));
  }

  private static @Nullable StepView current(RolloutDetail rollout) {
    return rollout.stepsDetail().stream()
        .filter(step -> step.index() == rollout.step())
        .findFirst()
        .orElse(null);
  }
}
