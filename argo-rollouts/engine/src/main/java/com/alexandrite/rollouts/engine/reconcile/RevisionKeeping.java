package com.alexandrite.rollouts.engine.reconcile;

import com.alexandrite.rollouts.engine.model.Experiment;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Creates, numbers and forgets revisions. */
final class RevisionKeeping {

  private final Pass pass;

  RevisionKeeping(Pass pass) {
    this.pass = pass;
  }

  /** Creates the wanted revision, still without pods; tells whether it had to. */
  boolean createDesired() {
    if (pass.desired() != null) {
      return false;
    }
    ReplicaSet created =
        new ReplicaSet(
            pass.desiredHash(),
            nextRevision(),
            pass.spec().template(),
            0,
            pass.spec().replicas(),
            pass.spec().minReadySeconds(),
            pass.storedNow(),
            null);
    List<ReplicaSet> all = new ArrayList<>(pass.state.replicaSets());
    all.add(created);
    pass.state = pass.state.withReplicaSets(all);
    pass.act(new Action.ApplyReplicaSet(created));
    number(created.revision());
    pass.status.setCondition(
        new RolloutConditions(pass)
            .condition(
                Words.PROGRESSING,
                Words.TRUE,
                Words.NEW_REPLICA_SET_CREATED,
                "Created new replica set \"" + Words.replicaSetName(pass) + "\""));
    return true;
  }

  /** An old revision that is wanted again gets the highest number. */
  void numberDesired() {
    Revision desired = pass.desired();
    if (desired == null) {
      return;
    }
    int revision = Math.max(desired.set().revision(), nextRevision());
    pass.change(desired.hash(), set -> set.withRevision(revision, pass.spec().minReadySeconds()));
    number(revision);
  }

  private int nextRevision() {
    int highest = 0;
    for (Revision revision : pass.revisions()) {
      if (!revision.hash().equals(pass.desiredHash())) {
        highest = Math.max(highest, revision.set().revision());
      }
    }
    return highest + 1;
  }

  private void number(int revision) {
    if (pass.state.rollout().revision() != revision) {
      pass.state = pass.state.withRollout(pass.state.rollout().withRevision(revision));
      pass.tell(Words.ROLLOUT_UPDATED, "Rollout updated to revision " + revision);
    }
  }

  /**
   * Forgets the oldest revisions beyond revisionHistoryLimit, those with pods excepted, and their
   * runs and experiments.
   */
  void forgetBeyondLimit() {
    List<Revision> old =
        pass.others().stream()
            .sorted(Comparator.comparing(revision -> revision.set().createdAt()))
            .toList();
    int excess = old.size() - pass.spec().revisionHistoryLimit();
    for (Revision revision : old.subList(0, Math.max(0, excess))) {
      if (revision.created() == 0 && revision.wanted() == 0) {
        forget(revision.hash());
      }
    }
  }

  private void forget(String hash) {
    new Experiments(pass)
        .forget(
            pass.state.experiments().stream()
                .filter(experiment -> experiment.podHash().equals(hash))
                .map(Experiment::name)
                .collect(Collectors.toSet()));
    pass.state =
        pass.state
            .withReplicaSets(
                pass.state.replicaSets().stream().filter(set -> !set.hash().equals(hash)).toList())
            .withAnalysisRuns(
                pass.state.analysisRuns().stream()
                    .filter(run -> !run.podHash().equals(hash))
                    .toList());
    pass.act(new Action.DeleteReplicaSet(hash));
  }
}
