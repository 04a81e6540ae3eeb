package com.alexandrite.rollouts.engine.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.group.GroupRelease.Outcome;
import com.alexandrite.rollouts.engine.group.Part.Stage;
import com.alexandrite.rollouts.engine.group.ReleaseGroup.Member;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import com.alexandrite.rollouts.engine.reconcile.SafeguardOperations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Several rollouts go forward in order, and back together; every failure has its outcome. */
class GroupReconcilerTest {

  static final String BAKE = "alexandrite.dev/bake: 2m, alexandrite.dev/bake-analysis: NAME";

  static ReleaseGroup group(Gate gate) {
    return new ReleaseGroup(
        "product",
        List.of(
            new Member("crm", List.of(), gate),
            new Member("mes", List.of("crm"), gate),
            new Member("shop", List.of("crm", "mes"), gate)));
  }

  private static GroupPlay play() {
    return new GroupPlay(group(Gate.PROMOTED), "");
  }

  private static List<Stage> stages(GroupRelease release) {
    return release.members().stream().map(Part::stage).toList();
  }

  private static Cause cause(Cause.Kind kind, String who) {
    return new Cause(kind, who, "");
  }

  @Test
  void releasesInOrder() {
    GroupPlay play = play();
    GroupRelease release = play.play(400);
    assertThat(release.outcome()).isEqualTo(Outcome.PROMOTED);
    assertThat(release.endedAt()).isNotNull();
    assertThat(play.orders).containsExactly("release crm", "release mes", "release shop");
    assertThat(play.stables()).containsOnly("2");
  }

  @Test
  void theNextBeginsAtAStepOrWeightWhereThatIsAsked() {
    var together = new GroupPlay(group(new Gate(Gate.Kind.WEIGHT, 20)), "").play(30);
    assertThat(stages(together)).containsOnly(Stage.RUNNING);
    var later = new GroupPlay(group(new Gate(Gate.Kind.STEP, 2)), "");
    assertThat(stages(later.play(35))).containsExactly(Stage.RUNNING, Stage.WAITING, Stage.WAITING);
  }

  @Test
  void theNextWaitsForTheWatchWhereThatIsAsked() {
    var baking = new GroupPlay(group(Gate.BAKED), BAKE).play(150);
    assertThat(stages(baking)).containsExactly(Stage.PROMOTED, Stage.WAITING, Stage.WAITING);
    var release = new GroupPlay(group(Gate.BAKED), BAKE).play(700);
    assertThat(release.outcome()).isEqualTo(Outcome.PROMOTED);
  }

  @Test
  void aFailureTakesAllBackTheLastFirst() {
    GroupPlay play = play().metric("shop", 130, 1);
    GroupRelease release = play.play(500);
    assertThat(release.outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(release.cause()).extracting(Cause::kind).isEqualTo(Cause.Kind.FAILED);
    assertThat(release.cause()).extracting(Cause::who).isEqualTo("shop");
    assertThat(play.orders)
        .containsExactly("release crm", "release mes", "release shop", "undo mes", "undo crm");
    assertThat(stages(release)).containsExactly(Stage.UNDONE, Stage.UNDONE, Stage.ABORTED);
    assertThat(play.stables()).containsOnly("1");
    assertThat(play.state("crm").rollout().status().phase().text()).isEqualTo("Healthy");
  }

  @Test
  void aPersonsAbortOfOneMemberAbortsThoseThatRunAndTheRestNeverBegins() {
    GroupPlay all =
        new GroupPlay(group(new Gate(Gate.Kind.STEP, 1)), "")
            .at(30, "mes", RolloutOperations::abort);
    assertThat(stages(all.play(200))).containsOnly(Stage.ABORTED);
    assertThat(all.orders).contains("abort crm", "abort shop").doesNotContain("abort mes");
    GroupPlay first = play().at(30, "crm", RolloutOperations::abort);
    assertThat(stages(first.play(200)))
        .containsExactly(Stage.ABORTED, Stage.SKIPPED, Stage.SKIPPED);
    assertThat(first.result().outcome()).isEqualTo(Outcome.ROLLED_BACK);
  }

  @Test
  void aMemberThatNeverStartsEndsItWithItsDeadline() {
    GroupPlay play = play();
    play.pods.neverStarting.add("mes/mes:2");
    GroupRelease release = play.play(400);
    assertThat(stages(release)).containsExactly(Stage.UNDONE, Stage.ABORTED, Stage.SKIPPED);
    assertThat(release.outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(play.stables()).containsOnly("1");
  }

  @Test
  void aMemberThatItsSpecForbidsEndsItAndIsWantedAsBefore() {
    GroupPlay play = play().at(GroupPlay.BEGIN + 5, "mes", GroupReconcilerTest::withoutTemplates);

    GroupRelease release = play.play(400);

    assertThat(release.cause()).extracting(Cause::kind).isEqualTo(Cause.Kind.FAILED);
    assertThat(release.cause()).extracting(Cause::who).isEqualTo("mes");
    assertThat(stages(release)).containsExactly(Stage.UNDONE, Stage.UNDONE, Stage.SKIPPED);
    assertThat(release.outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(play.orders).containsExactly("release crm", "release mes", "undo mes", "undo crm");
    assertThat(play.stables()).containsOnly("1");
  }

  /** As manifests that lack what the rollout names. */
  private static RolloutState withoutTemplates(RolloutState state) {
    return state.withTemplates(List.of());
  }

  @Test
  void waitsForAMemberThatAPersonHolds() {
    GroupPlay play = play().at(100, "mes", RolloutOperations::pause);
    assertThat(stages(play.play(400)))
        .containsExactly(Stage.PROMOTED, Stage.RUNNING, Stage.WAITING);
    GroupPlay resumed =
        play().at(100, "mes", RolloutOperations::pause).at(300, "mes", RolloutOperations::resume);
    assertThat(resumed.play(600).outcome()).isEqualTo(Outcome.PROMOTED);
  }

  @Test
  void theWayBackDoesNotWaitForWhoeverHoldsAMember() {
    GroupPlay play =
        play()
            .at(90, "crm", RolloutOperations::pause)
            .at(100, "mes", RolloutOperations::pause)
            .atGroup(200, release -> release.failing(Cause.Kind.STOPPED, "rita", "enough"));
    GroupRelease release = play.play(400);
    assertThat(release.outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(release.cause()).isEqualTo(new Cause(Cause.Kind.STOPPED, "rita", "enough"));
    assertThat(stages(release)).containsExactly(Stage.UNDONE, Stage.ABORTED, Stage.SKIPPED);
    assertThat(play.stables()).containsOnly("1");
    assertThat(play.state("mes").rollout().status().canaryWeight()).isZero();
  }

  @Test
  void anUndoByTheGuardTakesTheOthersBackToo() {
    GroupPlay play =
        new GroupPlay(group(Gate.PROMOTED), BAKE).metric("mes", 125, 1).metric("mes", 200, 0);
    GroupRelease release = play.play(500);
    assertThat(release.outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(release.cause()).extracting(Cause::kind).isEqualTo(Cause.Kind.UNDONE);
    assertThat(stages(release)).containsExactly(Stage.UNDONE, Stage.UNDONE, Stage.ABORTED);
    assertThat(play.orders).doesNotContain("undo mes");
    assertThat(play.stables()).containsOnly("1");
  }

  @Test
  void aWatchedMemberKeepsTheGroupOpenUntilItIsAccepted() {
    GroupPlay watched = new GroupPlay(group(Gate.PROMOTED), BAKE);
    assertThat(watched.play(200).outcome()).isEqualTo(Outcome.RUNNING);
    assertThat(stages(watched.result())).containsOnly(Stage.PROMOTED);
    GroupPlay accepted = new GroupPlay(group(Gate.PROMOTED), BAKE);
    for (String rollout : List.of("crm", "mes", "shop")) {
      accepted.at(195, rollout, SafeguardOperations::accept);
    }
    assertThat(accepted.play(200).outcome()).isEqualTo(Outcome.PROMOTED);
  }

  @Test
  void aReleaseOfAMemberByItselfEndsItAndIsLeftAlone() {
    GroupPlay promoted =
        play().at(100, "crm", state -> RolloutOperations.setImage(state, "crm/crm:3"));
    GroupRelease release = promoted.play(500);
    assertThat(release.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(release.cause()).isEqualTo(cause(Cause.Kind.REPLACED, "crm"));
    assertThat(release.members().getFirst().left()).isEqualTo(cause(Cause.Kind.REPLACED, "crm"));
    assertThat(promoted.stables()).containsExactly("3", "1", "1");
    GroupPlay waiting =
        play().at(30, "shop", state -> RolloutOperations.setImage(state, "shop/shop:3"));
    assertThat(waiting.play(500).cause()).isEqualTo(cause(Cause.Kind.REPLACED, "shop"));
    assertThat(waiting.stables()).containsExactly("1", "1", "3");
    assertThat(waiting.result().outcome()).isEqualTo(Outcome.ROLLED_BACK);
  }

  @Test
  void aPersonWhoTakesAMemberBackTakesTheGroupBack() {
    GroupPlay play = play().at(100, "crm", state -> RolloutOperations.setImage(state, "crm/crm:1"));
    assertThat(play.play(500).outcome()).isEqualTo(Outcome.ROLLED_BACK);
    assertThat(stages(play.result())).containsExactly(Stage.UNDONE, Stage.ABORTED, Stage.SKIPPED);
  }

  @Test
  void aMemberThatIsDeletedEndsIt() {
    GroupPlay play = play();
    play.at(100, () -> play.deleted.add("crm"));
    GroupRelease release = play.play(400);
    assertThat(release.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(release.cause()).isEqualTo(cause(Cause.Kind.GONE, "crm"));
    assertThat(stages(release)).containsExactly(Stage.LEFT, Stage.ABORTED, Stage.SKIPPED);
  }

  @Test
  void whatCanNotGoBackIsNamedAndTheOthersDoNotWaitForIt() {
    GroupPlay gone = play().metric("shop", 130, 1);
    gone.at(120, "mes", GroupReconcilerTest::forgetful);
    assertThat(stages(gone.play(500))).containsExactly(Stage.UNDONE, Stage.LEFT, Stage.ABORTED);
    assertThat(gone.result().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(gone.result().members().get(1).left()).isEqualTo(cause(Cause.Kind.FORGOTTEN, "mes"));
    GroupPlay stuck = play().metric("shop", 130, 1);
    stuck.at(120, () -> stuck.pods.neverStarting.add("mes/mes:1"));
    assertThat(stages(stuck.play(500))).containsExactly(Stage.UNDONE, Stage.LEFT, Stage.ABORTED);
    assertThat(stuck.result().members().get(1).left())
        .extracting(Cause::kind)
        .isEqualTo(Cause.Kind.FAILED);
    assertThat(stuck.stables()).containsExactly("1", "2", "1");
  }

  /** The revision before is not kept any more. */
  private static RolloutState forgetful(RolloutState state) {
    return state.withReplicaSets(
        state.replicaSets().stream()
            .filter(set -> set.hash().equals(state.rollout().status().stableRS()))
            .toList());
  }

  @Test
  void aVersionThatWasAbortedBeforeStartsAgain() {
    GroupPlay play =
        play()
            .at(5, "crm", state -> RolloutOperations.setImage(state, "crm/crm:2"))
            .at(10, "crm", RolloutOperations::abort);
    assertThat(play.play(500).outcome()).isEqualTo(Outcome.PROMOTED);
    assertThat(play.stables()).containsOnly("2");
  }

  @Test
  void aRefusedReleaseEndsItAsTheFirstCauseSays() {
    GroupPlay play =
        play()
            .atGroup(100, release -> release.failing(Cause.Kind.REFUSED, "mes", "no such image"))
            .atGroup(100, release -> release.failing(Cause.Kind.STOPPED, "rita", "too late"));
    assertThat(play.play(400).cause())
        .isEqualTo(new Cause(Cause.Kind.REFUSED, "mes", "no such image"));
    assertThat(play.result().outcome()).isEqualTo(Outcome.ROLLED_BACK);
  }

  @Test
  void keepsTheOrderOfThoseThatTakePart() {
    var some = group(Gate.PROMOTED).only(Set.of("crm", "shop"));
    assertThat(some.members())
        .containsExactly(
            new Member("crm", List.of(), Gate.PROMOTED),
            new Member("shop", List.of("crm"), Gate.PROMOTED));
  }

  @Test
  void nothingHappensToAReleaseThatIsOver() {
    GroupRelease over = play().play(400);
    var later = GroupReconciler.next(over, Map.of(), Instant.EPOCH);
    assertThat(later.release()).isEqualTo(over);
    assertThat(later.actions()).isEmpty();
  }
}
