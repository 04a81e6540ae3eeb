package com.alexandrite.flags;

import static com.alexandrite.flags.Statistics.TOO_FAR;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.Statistics.Overlap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.togglz.core.activation.GradualActivationStrategy;
import org.togglz.core.repository.FeatureState;
import org.togglz.core.user.SimpleFeatureUser;
import org.togglz.core.util.NamedFeature;

/**
 * Who is in the 10 % of one flag says nothing about being in the 10 % of another: else the same
 * people would get everything unfinished at once, or experiments would measure each other. Togglz's
 * own strategy is held against the same test, to show that the test can fail, and why it is not
 * used.
 */
class IndependenceTest {
  private static final List<String> USERS = Statistics.units("user%d", 10_000);
  private static final int TEN_PERCENT = 1_000;

  /** Names that differ by little, and by much. */
  private static final List<String> NAMES =
      Stream.concat(
              Stream.of(
                  "PRICE_V2_X",
                  "PRICE_V2_Y",
                  "NEW_CHECKOUT",
                  "NEW_DELIVERY",
                  "price-breakdown",
                  "express-delivery",
                  "a",
                  "b",
                  ""),
              IntStream.rangeClosed(1, 20).mapToObj("flag-%d"::formatted))
          .toList();

  @ParameterizedTest
  @CsvSource({"PRICE_V2_X, PRICE_V2_Y", "NEW_CHECKOUT, NEW_DELIVERY"})
  void twoFlagsAreIndependentWhereTogglzIsNot(String one, String other) {
    Overlap ours = overlap(IndependenceTest::ours, one, other);
    Overlap togglz = overlap(IndependenceTest::togglz, one, other);

    assertThat(ours.deviation()).as("ours: %s", ours).isBetween(-TOO_FAR, TOO_FAR);
    assertThat(Math.abs(togglz.deviation()))
        .as("Togglz's gradual strategy: %s", togglz)
        .isGreaterThan(10);
  }

  @Test
  void everyPairOfNamesIsIndependentAndTogetherTheyVaryAsChanceDoes() {
    List<Double> deviations = deviations(IndependenceTest::ours);

    assertThat(deviations).hasSizeGreaterThan(400).allMatch(each -> Math.abs(each) < TOO_FAR);
    assertThat(spread(deviations)).isBetween(-TOO_FAR, TOO_FAR);
  }

  @Test
  void togglzFailsTheSameTest() {
    List<Double> deviations = deviations(IndependenceTest::togglz);

    assertThat(deviations.stream().filter(each -> Math.abs(each) > TOO_FAR).count())
        .as("dependent pairs of %s", deviations.size())
        .isGreaterThan(50);
    assertThat(spread(deviations)).isGreaterThan(100);
  }

  @Test
  void wholeBucketsOfTwoFlagsAreIndependent() {
    for (String one : NAMES) {
      for (String other : NAMES.subList(0, NAMES.indexOf(one))) {
        Buckets ones = new Buckets("", one);
        Buckets others = new Buckets("", other);
        assertThat(
                Statistics.dependence(
                    USERS, unit -> ones.of(unit) / 1_000, unit -> others.of(unit) / 1_000))
            .as("%s and %s", one, other)
            .isBetween(-TOO_FAR, TOO_FAR);
      }
    }
  }

  @Test
  void anotherSaltShufflesAnew() {
    Overlap overlap =
        Statistics.overlap(
            USERS.size(), in(new Buckets("1", "flag")), in(new Buckets("2", "flag")));

    assertThat(overlap.deviation()).isBetween(-TOO_FAR, TOO_FAR);
  }

  private static List<Double> deviations(Function<String, IntPredicate> strategy) {
    List<boolean[]> members =
        NAMES.stream().map(strategy).map(IndependenceTest::everybodyAsked).toList();
    List<Double> deviations = new ArrayList<>();
    for (int one = 0; one < members.size(); one++) {
      for (boolean[] other : members.subList(0, one)) {
        boolean[] mine = members.get(one);
        deviations.add(
            Statistics.overlap(USERS.size(), at -> mine[at], at -> other[at]).deviation());
      }
    }
    return deviations;
  }

  private static boolean[] everybodyAsked(IntPredicate isIn) {
    boolean[] answers = new boolean[USERS.size()];
    for (int at = 0; at < answers.length; at++) {
      answers[at] = isIn.test(at);
    }
    return answers;
  }

  private static double spread(List<Double> deviations) {
    double square = deviations.stream().mapToDouble(each -> each * each).sum();
    return Statistics.deviation(square, deviations.size());
  }

  private static Overlap overlap(Function<String, IntPredicate> strategy, String a, String b) {
    return Statistics.overlap(USERS.size(), strategy.apply(a), strategy.apply(b));
  }

  private static IntPredicate ours(String flag) {
    return in(new Buckets("", flag));
  }

  private static IntPredicate in(Buckets buckets) {
    return at -> buckets.of(USERS.get(at)) < TEN_PERCENT;
  }

  private static IntPredicate togglz(String flag) {
    GradualActivationStrategy strategy = new GradualActivationStrategy();
    FeatureState state =
        new FeatureState(new NamedFeature(flag.isEmpty() ? "EMPTY" : flag), true)
            .setStrategyId(strategy.getId())
            .setParameter(GradualActivationStrategy.PARAM_PERCENTAGE, "10");
    return at -> strategy.isActive(state, new SimpleFeatureUser(USERS.get(at)));
  }
}
