package com.alexandrite.rollouts.engine.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.group.GroupRelease.Outcome;
import com.alexandrite.rollouts.engine.group.Part.Stage;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The engine is killed between any two of its savings and actions, one after the other. It comes
 * back with nothing but what was saved, and the release ends as if nothing had happened.
 */
class GroupKilledTest {

  private static final Map<String, Supplier<GroupPlay>> STORIES =
      Map.of(
          "all promoted", () -> play(Gate.PROMOTED),
          "all at once", () -> play(new Gate(Gate.Kind.WEIGHT, 20)),
          "the last fails", () -> play(Gate.PROMOTED).metric("shop", 125, 1),
          "the first fails while all run",
              () -> play(new Gate(Gate.Kind.STEP, 1)).metric("crm", 33, 1),
          "undone while watched", () -> watched().metric("mes", 130, 1).metric("mes", 200, 0),
          "aborted before, and released again",
              () ->
                  play(Gate.PROMOTED)
                      .at(5, "crm", state -> RolloutOperations.setImage(state, "crm/crm:2"))
                      .at(10, "crm", RolloutOperations::abort),
          "stopped by a person",
              () ->
                  play(Gate.PROMOTED)
                      .atGroup(100, it -> it.failing(Cause.Kind.STOPPED, "rita", "enough")));

  private static GroupPlay play(Gate gate) {
    return new GroupPlay(GroupReconcilerTest.group(gate), "");
  }

  private static GroupPlay watched() {
    return new GroupPlay(GroupReconcilerTest.group(Gate.PROMOTED), GroupReconcilerTest.BAKE);
  }

  private static GroupPlay begin(String story) {
    return Objects.requireNonNull(STORIES.get(story)).get();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all promoted",
        "all at once",
        "the last fails",
        "the first fails while all run",
        "undone while watched",
        "aborted before, and released again",
        "stopped by a person"
      })
  void endsAsIfNothingHadHappened(String story) {
    GroupPlay undisturbed = begin(story);
    Ending ending = Ending.of(undisturbed);
    assertThat(ending.outcome().over()).isTrue();
    assertThat(undisturbed.transitions).isGreaterThan(8);
    for (int number = 0; number < undisturbed.transitions; number++) {
      GroupPlay killed = begin(story);
      killed.diesAt = number;
      assertThat(Ending.of(killed)).as("%s, killed at %d", story, number).isEqualTo(ending);
    }
  }

  private record Ending(
      Outcome outcome, Cause.@Nullable Kind cause, List<Stage> stages, List<String> stable) {
    static Ending of(GroupPlay play) {
      GroupRelease release = play.play(200);
      Cause cause = release.cause();
      return new Ending(
          release.outcome(),
          cause == null ? null : cause.kind(),
          release.members().stream().map(Part::stage).toList(),
          play.stables());
    }
  }

  /** Whatever breaks, and whenever the engine dies: all of them go forward, or none. */
  @Property(tries = 20)
  void allOrNone(
      @ForAll("gates") Gate gate,
      @ForAll("members") String breaks,
      @ForAll @IntRange(min = 20, max = 400) int at,
      @ForAll @IntRange(max = 12) int diesAt) {
    GroupPlay play = play(gate).metric(breaks, at, 1);
    play.diesAt = diesAt;
    GroupRelease release = play.play(500);
    assertThat(release.over()).as("%s", release).isTrue();
    assertThat(play.stables()).containsOnly(release.outcome() == Outcome.PROMOTED ? "2" : "1");
    for (String rollout : List.of("crm", "mes", "shop")) {
      assertThat(play.state(rollout).rollout().status().canaryWeight()).isZero();
    }
  }

  @Provide
  Arbitrary<Gate> gates() {
    return Arbitraries.of(
        Gate.PROMOTED, Gate.BAKED, new Gate(Gate.Kind.STEP, 1), new Gate(Gate.Kind.WEIGHT, 60));
  }

  @Provide
  Arbitrary<String> members() {
    return Arbitraries.of("crm", "mes", "shop");
  }
}
