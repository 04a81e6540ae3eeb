package com.alexandrite.console.page;

import com.alexandrite.console.view.Cause;
import com.alexandrite.console.view.GroupView;
import com.alexandrite.console.view.GroupView.Part;
import com.alexandrite.console.view.ReleaseDesk;
import com.alexandrite.console.view.ReleaseRecord;
import com.alexandrite.console.view.RolloutDetail;
import com.alexandrite.console.words.Sentences;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page says of groups and their members, in the language of whoever looks. */
final class GroupWords {
  private final Sentences sentences;
  private final PageWords words;
  private final ReleaseDesk desk;
  private final Map<String, Optional<RolloutDetail>> seen = new TreeMap<>();

  GroupWords(Sentences sentences, PageWords words, ReleaseDesk desk) {
    this.sentences = sentences;
    this.words = words;
    this.desk = desk;
  }

  /** The member's rollout as it is now; null if it is not there. */
  public @Nullable RolloutDetail rollout(String name) {
    return seen.computeIfAbsent(name, desk::rollout).orElse(null);
  }

  /** How a release of a group or a member of it is shown. */
  public record Look(String tone, String icon, String key) {}

  public Look look(GroupView.Release release) {
    String key = "group." + release.outcome();
    return switch (release.outcome()) {
      case "RUNNING" -> new Look("busy turning", "loader-circle", key);
      case "PROMOTED" -> new Look("good", "circle-check", key);
      case "GOING_BACK" -> new Look("warn", "undo-2", key);
      case "ROLLED_BACK" -> new Look("harm", "undo-2", key);
      default -> new Look("harm", "triangle-alert", key);
    };
  }

  public Look look(Part part) {
    String key = "stage." + part.stage();
    RolloutDetail rollout = rollout(part.rollout());
    boolean paused = rollout != null && rollout.phase().equals("Paused");
    return switch (part.stage()) {
      case "WAITING" -> new Look("neutral", "clock", key);
      case "RUNNING" ->
          paused
              ? new Look("warn", "circle-pause", "state.Paused")
              : new Look("busy turning", "loader-circle", key);
      case "ORDERED" -> new Look("busy turning", "loader-circle", key);
      case "PROMOTED" -> new Look("good", "circle-check", key);
      case "UNDOING" -> new Look("warn", "undo-2", key);
      case "UNDONE" -> new Look("harm", "undo-2", key);
      case "ABORTED" -> new Look("harm", "octagon-x", key);
      case "LEFT" -> new Look("warn", "triangle-alert", key);
      default -> new Look("neutral", "ban", key);
    };
  }

  /** What there is to say of a member; may be empty. */
  public String line(GroupPicture.Node node) {
    Part part = node.part();
    RolloutDetail rollout = rollout(node.member().rollout());
    if (part == null || part.stage().equals("WAITING")) {
      return waits(node.member());
    }
    GroupView.Cause left = part.left();
    if (left != null) {
      return say("left." + left.kind(), left.who(), left.detail());
    }
    return switch (part.stage()) {
      case "RUNNING" -> rollout == null ? "" : words.story(rollout).more();
      case "PROMOTED" -> rollout == null ? "" : words.watched(rollout);
      case "ABORTED" -> release(part).map(words::why).orElse("");
      default -> "";
    };
  }

  private String waits(GroupView.Member member) {
    if (member.after().isEmpty()) {
      return say("groups.first");
    }
    String before = String.join(", ", member.after());
    String[] gate = member.when().split(" ", 2);
    return gate.length == 1
        ? say("gate." + gate[0], before)
        : say("gate." + gate[0], before, gate[1]);
  }

  /** Why the release goes back, or went. */
  public String cause(GroupView.Release release) {
    GroupView.Cause cause = release.cause();
    if (cause == null) {
      return "";
    }
    String detail =
        release.members().stream()
            .filter(part -> part.rollout().equals(cause.who()))
            .findFirst()
            .flatMap(part -> why(cause.kind(), part))
            .orElse(cause.detail());
    return say("cause.group." + cause.kind(), cause.who(), detail);
  }

  /** What its history knows of it, which is more than the engine's words. */
  private Optional<String> why(String kind, Part part) {
    return switch (kind) {
      case "FAILED" -> release(part).map(words::why);
      case "UNDONE" -> measuredAfter(part).map(words::cause);
      default -> Optional.empty();
    };
  }

  /** What was measured of the member after its promotion. */
  private Optional<Cause> measuredAfter(Part part) {
    return history(part)
        .filter(back -> back.fromVersion().equals(part.toVersion()))
        .map(ReleaseRecord::cause)
        .filter(Cause.Restored.class::isInstance)
        .map(cause -> ((Cause.Restored) cause).measured())
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** The member's own release, as its history has it. */
  private Optional<ReleaseRecord> release(Part part) {
    return history(part)
        .filter(release -> release.toVersion().equals(part.toVersion()))
        .filter(release -> release.outcome() != null)
        .findFirst();
  }

  private Stream<ReleaseRecord> history(Part part) {
    RolloutDetail rollout = rollout(part.rollout());
    return rollout == null ? Stream.empty() : rollout.history().stream();
  }

  private String say(String key, Object... values) {
    return sentences.say(Sentences.reader(), key, values).strip();
  }
}
