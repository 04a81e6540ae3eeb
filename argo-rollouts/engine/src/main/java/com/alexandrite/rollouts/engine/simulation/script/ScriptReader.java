package com.alexandrite.rollouts.engine.simulation.script;

import com.alexandrite.rollouts.engine.manifest.Fields;
import com.alexandrite.rollouts.engine.manifest.ManifestDocument;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.manifest.Refusal;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.simulation.script.PodScript.Crash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads a script: YAML in, a {@link Script} or refusals with file and line out. */
public final class ScriptReader {

  private static final String OPERATIONS =
      "Write promote, promoteFull, skipCurrentStep, skipAllSteps, abort, retry, pause, resume, undo,"
          + " accept, restart, scale or setImage";

  private final ManifestSet manifests;
  private final Recordings recordings;

  private ScriptReader(ManifestSet manifests, Recordings recordings) {
    this.manifests = manifests;
    this.recordings = recordings;
  }

  /** What came of reading. */
  public sealed interface Reading {

    /** A script that can be played with the manifests. */
    record Accepted(Script script) implements Reading {}

    /** Something is wrong. */
    record Refused(List<Refusal> refusals) implements Reading {

      public Refused {
        refusals = List.copyOf(refusals);
      }
    }
  }

  /** The files that a script names. */
  public interface Recordings {

    /** The text of a file; empty if it is not there. */
    Optional<String> text(String file);
  }

  /** Reads a script for these manifests. */
  public static Reading read(ManifestFile file, ManifestSet manifests, Recordings recordings) {
    ManifestDocument.Documents read = ManifestDocument.read(List.of(file));
    List<Refusal> refusals = new ArrayList<>(read.refusals());
    if (read.documents().size() != 1 && refusals.isEmpty()) {
      refusals.add(new Refusal(file.name(), 0, "", "must be one document", "Write metrics: in it"));
    }
    if (!refusals.isEmpty()) {
      return new Reading.Refused(refusals);
    }
    ManifestDocument document = read.documents().getFirst();
    Fields fields =
        new Fields(
            document.data(),
            "",
            (path, problem, advice) ->
                refusals.add(new Refusal(file.name(), document.line(path), path, problem, advice)));
    Script script = new ScriptReader(manifests, recordings).script(fields);
    return refusals.isEmpty() ? new Reading.Accepted(script) : new Reading.Refused(refusals);
  }

  private Script script(Fields fields) {
    Fields release = fields.child("release");
    Times times = Times.of(release);
    String image = image(release);
    release.end();
    if (!fields.has("metrics")) {
      fields.problem("metrics", "is missing", "Write what they say; [] without any analysis");
    }
    MetricScriptReader metrics = new MetricScriptReader(manifests.templates(), recordings, times);
    Script script =
        new Script(
            times.release(),
            image,
            fields.<MetricScript>list("metrics", metrics::read),
            fields.<PodScript>list("pods", pods -> pods(pods, times)),
            fields.<OperatorStep>list("operator", step -> step(step, times)).stream()
                .sorted(Comparator.comparing(OperatorStep::at))
                .toList(),
            Objects.requireNonNullElse(Times.length(fields, "until"), Script.A_DAY));
    fields.end();
    return script;
  }

  private @Nullable String image(Fields release) {
    if (!release.has("image")) {
      return null;
    }
    String image = release.text("image");
    if (image.equals(manifests.rollout().spec().template().container().image())) {
      release.problem("image", "is what the manifest has already", "Release another version");
    }
    return image;
  }

  private static PodScript pods(Fields fields, Times times) {
    @Nullable Duration readyAfter =
        "never".equals(fields.raw("readyAfter"))
            ? null
            : Objects.requireNonNullElse(Times.length(fields, "readyAfter"), PodScript.USUAL);
    PodScript pods =
        new PodScript(
            fields.integer("revision", PodScript.RELEASED),
            readyAfter,
            fields.integer("maxReady"),
            fields.has("crash") ? crash(fields.child("crash"), times) : null);
    fields.end();
    return pods;
  }

  private static Crash crash(Fields fields, Times times) {
    Crash crash = new Crash(times.later(fields, "at"), Times.length(fields, "for"));
    fields.end();
    return crash;
  }

  private static OperatorStep step(Fields fields, Times times) {
    Duration at = times.later(fields, "at");
    String what = fields.required("do");
    if (what.equals("setImage")) {
      fields.required("image");
    } else if (what.equals("scale") && fields.integer("replicas") == null) {
      fields.problem("replicas", "is missing", "Write the number of pods");
    } else if (what.equals("undo")) {
      fields.integer("toRevision", 0);
    }
    OperatorStep step = new OperatorStep(at, what, operation(fields, what, at, times));
    fields.end();
    return step;
  }

  private static UnaryOperator<RolloutState> operation(
      Fields fields, String what, Duration at, Times times) {
    if (what.equals("restart")) {
      return state -> RolloutOperations.restart(state, times.release().plus(at));
    }
    Optional<UnaryOperator<RolloutState>> operation = Operations.named(what, fields.data());
    if (operation.isEmpty() && !what.isEmpty()) {
      fields.problem("do", "is nothing that can be done: " + what, OPERATIONS);
    }
    return operation.orElse(UnaryOperator.identity());
  }
}
