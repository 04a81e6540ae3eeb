package com.alexandrite.rollouts.engine.conformance;

import static com.alexandrite.rollouts.engine.conformance.ExperimentRows.at;
import static com.alexandrite.rollouts.engine.conformance.ExperimentRows.play;
import static com.alexandrite.rollouts.engine.conformance.ExperimentRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.analysis.AnalysisPhase;
import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.Phase;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.RolloutStatus;
import com.alexandrite.rollouts.engine.port.Workload.ReplicaCounts;
import com.alexandrite.rollouts.engine.simulation.Simulation.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules of experiments that no recorded row of ours shows. */
class ExperimentTest {

  private static final String PODS =
      "\"templates\":[{\"name\":\"base\",\"specRef\":\"stable\"},{\"name\":\"cand\",\"specRef\":\"canary\"}]";

  @Test
  void aRequiredAnalysisEndsAnExperimentWithoutDuration() {
    List<Snapshot> snapshots =
        play(row("{" + PODS + analysis(",\"requiredForCompletion\":true") + "}", "", "0", ""));

    Experiment experiment = only(at(snapshots, 100));
    assertThat(experiment.phase()).isEqualTo(AnalysisPhase.SUCCESSFUL);
    assertThat(experiment.message()).isEqualTo("Required AnalysisRuns completed");
    assertThat(index(at(snapshots, 48))).isEqualTo(1);
    // Available at 34, measured at 34, 39, 44 and 49.
    assertThat(index(at(snapshots, 49))).isEqualTo(2);
  }

  @Test
  void whatStillMeasuresAtTheEndOfTheDurationIsEndedAndDoesNotCount() {
    List<Snapshot> snapshots =
        play(
            row(
                "{"
                    + PODS
                    + ",\"duration\":\"12s\",\"analyses\":[{\"name\":\"u\",\"templateName\":\"u\"}]}",
                "",
                "0",
                ""));

    assertThat(only(at(snapshots, 46)).phase()).isEqualTo(AnalysisPhase.SUCCESSFUL);
    AnalysisRun run = at(snapshots, 46).state().analysisRuns().getFirst();
    assertThat(run.terminate()).isTrue();
    assertThat(run.phase()).isEqualTo(AnalysisPhase.SUCCESSFUL);
    assertThat(index(at(snapshots, 46))).isEqualTo(2);
  }

  @Test
  void anInconclusiveExperimentPausesOnceAndIsTriedAgainWhenPromoted() {
    String experiment = "{" + PODS + ",\"duration\":\"60s\"" + analysis("") + "}";
    List<Snapshot> snapshots = play(row(experiment, "{\"at\":80,\"op\":\"promote\"}", "0.5", ""));

    RolloutStatus paused = status(at(snapshots, 79));
    assertThat(paused.phase()).isEqualTo(Phase.PAUSED);
    assertThat(paused.message()).isEqualTo("InconclusiveExperiment");
    assertThat(at(snapshots, 79).state().experiments()).hasSize(1);
    assertThat(status(at(snapshots, 80)).phase()).isEqualTo(Phase.PROGRESSING);
    assertThat(snapshots.getLast().state().experiments())
        .extracting(Experiment::phase)
        .containsExactly(AnalysisPhase.INCONCLUSIVE, AnalysisPhase.INCONCLUSIVE);
    assertThat(status(snapshots.getLast()).message()).isEqualTo("InconclusiveExperiment");
  }

  @Test
  void podsThatAreNeverReadyAbortTheRollout() {
    List<Snapshot> snapshots =
        play(
            row(
                "{" + PODS + ",\"duration\":\"60s\"}",
                "",
                "0",
                "\"pods\":{\"experiment\":{\"readyAfter\":\"never\"}},"));

    assertThat(status(at(snapshots, 131)).abort()).isFalse();
    assertThat(status(at(snapshots, 132)).message())
        .contains("Template 'base' exceeded its progressDeadlineSeconds (100)");
    assertThat(pods(snapshots.getLast(), only(snapshots.getLast()))).isZero();
  }

  @Test
  void aMissingTemplateAbortsBeforeAnythingIsMeasured() {
    List<Snapshot> snapshots =
        play(
            row(
                "{" + PODS + ",\"analyses\":[{\"name\":\"a\",\"templateName\":\"gone\"}]}",
                "",
                "0",
                ""));

    assertThat(status(at(snapshots, 33)).message())
        .contains("AnalysisTemplate verification failed for analysis 'a'");
    assertThat(only(at(snapshots, 33)).phase()).isEqualTo(AnalysisPhase.ERROR);
  }

  @Test
  void anArgumentMayNameThePodsOfAGroup() {
    String argument =
        ",\"args\":[{\"name\":\"hash\",\"value\":\"{{templates.cand.podTemplateHash}}\"}]";
    List<Snapshot> snapshots =
        play(row("{" + PODS + ",\"duration\":\"20s\"" + analysis(argument) + "}", "", "0", ""));

    RolloutState state = at(snapshots, 35).state();
    String hash = only(at(snapshots, 35)).template("cand").orElseThrow().replicaSet().hash();
    assertThat(state.analysisRuns().getFirst().args()).containsExactly(Argument.of("hash", hash));
    assertThat(state.replicaSets()).noneMatch(set -> set.hash().equals(hash));
  }

  @Test
  void anUnknownArgumentAborts() {
    String argument =
        ",\"args\":[{\"name\":\"hash\",\"value\":\"{{templates.x.podTemplateHash}}\"}]";
    List<Snapshot> snapshots =
        play(row("{" + PODS + ",\"duration\":\"20s\"" + analysis(argument) + "}", "", "0", ""));

    assertThat(status(at(snapshots, 35)).message())
        .contains("failed to resolve {{templates.x.podTemplateHash}}");
  }

  @Test
  void thePodsStayForTheDelayAndNotLonger() {
    String experiment = "{" + PODS + ",\"duration\":\"20s\",\"scaleDownDelaySeconds\":%s}";
    List<Snapshot> atOnce = play(row(experiment.formatted("0"), "", "0", ""));
    List<Snapshot> later = play(row(experiment.formatted("100"), "", "0", ""));

    assertThat(pods(at(atOnce, 54), only(at(atOnce, 54)))).isZero();
    assertThat(pods(at(later, 153), only(at(later, 153)))).isEqualTo(2);
    assertThat(pods(at(later, 154), only(at(later, 154)))).isZero();
  }

  @Test
  void aNewRevisionEndsTheExperimentAndBeginsItsOwn() {
    String experiment = "{" + PODS + ",\"duration\":\"60s\"}";
    List<Snapshot> snapshots =
        play(row(experiment, "{\"at\":50,\"op\":\"setImage\",\"image\":\"demo:3\"}", "0", ""));

    List<Experiment> experiments = at(snapshots, 60).state().experiments();
    assertThat(experiments)
        .extracting(Experiment::phase)
        .containsExactly(AnalysisPhase.SUCCESSFUL, AnalysisPhase.RUNNING);
    assertThat(experiments.getFirst().terminate()).isTrue();
    assertThat(pods(at(snapshots, 90), experiments.getFirst())).isZero();
  }

  @Test
  void onlyTheYoungestEndedOnesAreKept() {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      script.append(i == 0 ? "" : ",").append(operation(60 + 60 * i, "abort"));
      script.append(',').append(operation(70 + 60 * i, "retry"));
    }
    List<Snapshot> snapshots =
        play(row("{" + PODS + analysis("") + "}", script.toString(), "2", ""));

    RolloutState state = snapshots.getLast().state();
    // Five of those that nobody waits for any more: the last pass saw the last one as well.
    assertThat(state.experiments()).hasSizeBetween(5, 6);
    assertThat(state.analysisRuns()).hasSameSizeAs(state.experiments());
  }

  private static String operation(int at, String name) {
    return "{\"at\":" + at + ",\"op\":\"" + name + "\"}";
  }

  private static String analysis(String more) {
    return ",\"analyses\":[{\"name\":\"a\",\"templateName\":\"t\"" + more + "}]";
  }

  private static Experiment only(Snapshot snapshot) {
    assertThat(snapshot.state().experiments()).hasSize(1);
    return snapshot.state().experiments().getFirst();
  }

  private static RolloutStatus status(Snapshot snapshot) {
    return snapshot.state().rollout().status();
  }

  private static int index(Snapshot snapshot) {
    Integer index = status(snapshot).currentStepIndex();
    return index == null ? -1 : index;
  }

  private static int pods(Snapshot snapshot, Experiment experiment) {
    return experiment.replicaSets().stream()
        .map(set -> snapshot.pods().getOrDefault(set.hash(), ReplicaCounts.NONE))
        .mapToInt(ReplicaCounts::created)
        .sum();
  }
}
