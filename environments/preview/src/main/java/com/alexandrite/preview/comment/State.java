package com.alexandrite.preview.comment;

import static com.alexandrite.preview.comment.Markdown.code;
import static com.alexandrite.preview.comment.Markdown.text;

import com.alexandrite.preview.PreviewView;
import com.alexandrite.preview.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a preview stands, how it came there, and what becomes of it. */
record State(PreviewView view) {
  private static final int LOG_LINES = 40;
  private static final int SHORT = 10;

  /** Phase in a word or two. */
  String word() {
    return switch (view.phase()) {
      case QUEUED -> "waits for memory";
      case BUILDING -> "is being built";
      case PREPARING -> "gets its data";
      case STARTING -> "starts";
      case READY -> "ready";
      case ASLEEP -> "asleep";
      case WAKING -> "wakes";
      case FAILED -> "failed";
      case REMOVING -> "is being removed";
    };
  }

  /** What it shows, and what happens now. */
  String told() {
    return Stream.of(revision(), queue(), text(view.message()), sleep())
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  String problem() {
    Problem problem = view.problem();
    if (problem == null) {
      return "";
    }
    String told =
        "**" + text(problem.what()) + "** " + text(problem.action()) + " " + code(problem.code());
    return problem.detail().isBlank()
        ? told
        : told + "\n\n" + Markdown.block("text", problem.detail(), LOG_LINES);
  }

  String verdict() {
    PreviewView.Verdict verdict = view.verdict();
    if (verdict == null) {
      return "";
    }
    String earlier = verdict.revision().equals(view.revision()) ? "" : ", an earlier revision";
    String report = verdict.report();
    return "**Tests** of %s%s: **%s**%s"
        .formatted(
            code(abbreviated(verdict.revision())),
            earlier,
            text(verdict.outcome()),
            report == null ? "" : " (" + Markdown.link("report", report) + ")");
  }

  String timings() {
    List<String> parts = new ArrayList<>();
    if (view.buildSeconds() != null) {
      parts.add("built in " + Amount.seconds(view.buildSeconds()));
    }
    if (view.readySeconds() != null) {
      parts.add("ready " + Amount.seconds(view.readySeconds()) + " after that");
    }
    if (view.wakeSeconds() != null) {
      parts.add("last woken in " + Amount.seconds(view.wakeSeconds()));
    }
    if (view.memoryBytes() > 0) {
      parts.add("uses " + Amount.megabytes(view.memoryBytes()) + " of memory");
    }
    return parts.isEmpty() ? "" : "**Took**: " + String.join(", ", parts) + ".";
  }

  /** When it sleeps and when it goes; as long times since a visit, which do not change with one. */
  String end() {
    if (view.pinned()) {
      return "It is pinned: it stays awake, and nothing removes it by itself.";
    }
    List<String> parts = new ArrayList<>();
    if (view.sleepsAt() != null) {
      parts.add("sleeps after " + unvisited(view.sleepsAt()) + " without a visit");
    }
    if (view.expiresAt() != null) {
      LocalDate day = LocalDate.ofInstant(view.expiresAt(), ZoneOffset.UTC);
      parts.add(
          "is removed after %s without %s, not before %s"
              .formatted(unvisited(view.expiresAt()), parts.isEmpty() ? "a visit" : "one", day));
    }
    return parts.isEmpty() ? "" : "It " + String.join(", and ", parts) + ".";
  }

  static String abbreviated(String revision) {
    return revision.substring(0, Math.min(SHORT, revision.length()));
  }

  private String unvisited(java.time.Instant end) {
    return Amount.roughly(Duration.between(view.lastUsedAt(), end));
  }

  private String revision() {
    if (view.revision() == null) {
      return "";
    }
    String subject = view.subject() == null ? "" : " “" + text(view.subject()) + "”";
    String baseline =
        view.baseline() == null
            ? ""
            : ", compared with the baseline at " + code(abbreviated(view.baseline()));
    return code(abbreviated(view.revision())) + subject + baseline + ".";
  }

  private String queue() {
    return view.queuePlace() == 0
        ? ""
        : "Other previews use the memory now; it is number %d in the line."
            .formatted(view.queuePlace());
  }

  private String sleep() {
    return switch (view.phase()) {
      case ASLEEP -> "Its processes are stopped and its data stay; opening any address wakes it.";
      default -> "";
    };
  }
}
