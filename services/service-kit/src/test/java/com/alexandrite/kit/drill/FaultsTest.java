package com.alexandrite.kit.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.Flag.Variant;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.Unit;
import com.alexandrite.kit.flags.DrillEnvironment;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.kit.flags.FlagInstance;
import com.alexandrite.kit.flags.FlagsChanged;
import com.alexandrite.kit.messaging.Losses;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.contributor.Status;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Fault flags do what they promise in a drill environment, and nothing anywhere else. */
class FaultsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Flag<Double> errors = number(0, "errors", 0.25);
  private final Flag<Double> latency = number(1, "latency", 40.0);
  private final Flag<Boolean> readiness =
      Flag.bool(2, "readiness", FlagType.FAULT, Unit.USER, false);
  private final Flag<Double> cpu = number(3, "cpu", 2.0);
  private final Flag<Boolean> lost = Flag.bool(4, "lost", FlagType.FAULT, Unit.ORDER, false);
  private final List<Flag<?>> all = List.of(errors, latency, readiness, cpu, lost);
  private final FaultFlags faults = new FaultFlags(errors, latency, readiness, cpu, lost);
  private final FlagContexts contexts =
      new FlagContexts(new FlagInstance("shop", "shop-1", "42", "local"));

  @Test
  void spoilsTheShareOfTheRequests() throws ServletException, IOException {
    assertThat(answer(spoilt(true, errors), 0.24)).isEqualTo(500);
    assertThat(answer(spoilt(true, errors), 0.25)).isEqualTo(200);
    assertThat(answer(spoilt(true), 0.0)).isEqualTo(200);
  }

  @Test
  void slowsRequestsDown() throws ServletException, IOException {
    long begin = System.nanoTime();
    assertThat(answer(spoilt(true, latency), 0.5)).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(39));
  }

  @Test
  void saysItIsNotReadyThoughItIs() {
    assertThat(health(spoilt(true, readiness))).isEqualTo(Status.OUT_OF_SERVICE);
    assertThat(health(spoilt(true))).isEqualTo(Status.UP);
  }

  @Test
  void computesForNothingWithinItsLimit() {
    busy(spoilt(true, cpu), Duration.ofMinutes(1)).destroy();
    await().atMost(PATIENCE).until(() -> busyThreads() == 0);

    var limited = busy(spoilt(true, cpu), Duration.ofMillis(1));
    await().atMost(PATIENCE).until(() -> busyThreads() == 0);
    limited.destroy();
  }

  @Test
  void startsAsManyThreadsAsWanted() {
    var threads = busy(spoilt(true, cpu), Duration.ofMinutes(1));
    try {
      assertThat(busyThreads()).isEqualTo(2);
    } finally {
      threads.destroy();
    }
    await().atMost(PATIENCE).until(() -> busyThreads() == 0);
  }

  @Test
  void losesEventsOfTheOrder() {
    assertThat(losses(true).lose("an order")).isTrue();
    assertThat(losses(false).lose("an order")).isFalse();
  }

  @Test
  void nothingIsSpoiltOutsideOfADrillEnvironment() throws ServletException, IOException {
    LiveFlags production = spoilt(false, errors, latency, readiness, cpu, lost);

    assertThat(answer(production, 0.0)).isEqualTo(200);
    assertThat(health(production)).isEqualTo(Status.UP);
    busy(production, Duration.ofMinutes(1));
    assertThat(busyThreads()).isZero();
  }

  private static Flag<Double> number(int index, String key, double faulty) {
    List<Variant<Double>> variants =
        List.of(new Variant<>("none", 0.0), new Variant<>("on", faulty));
    return new Flag<>(index, key, FlagType.FAULT, Unit.USER, variants, "none");
  }

  private LiveFlags spoilt(boolean drills, Flag<?>... on) {
    LiveFlags flags = new LiveFlags(all, drills);
    List<FlagState> states =
        List.of(on).stream()
            .map(it ->
                new FlagState(
                    it.key(),
                    true,
                    "s",
                    List.of(
                        Rule.everybody(FlagDocument.EVERYBODY, it.variants().getLast().name()))))
            .toList();
    flags.apply(new FlagDocument("local", 1, Instant.EPOCH, states, List.of()));
    return flags;
  }

  private int answer(LiveFlags flags, double chance) throws ServletException, IOException {
    var response = new MockHttpServletResponse();
    new FaultFilter(flags, contexts, faults, () -> chance)
        .doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
    return response.getStatus();
  }

  private Status health(LiveFlags flags) {
    var availability = new ApplicationAvailabilityBean();
    availability.onApplicationEvent(
        new AvailabilityChangeEvent<>(this, ReadinessState.ACCEPTING_TRAFFIC));
    var health = new FaultyReadiness(availability, flags, contexts, faults).health(false);
    return health == null ? Status.UNKNOWN : health.getStatus();
  }

  private BusyThreads busy(LiveFlags flags, Duration limit) {
    var threads = new BusyThreads(flags, contexts, faults, limit);
    flags.document().map(FlagsChanged::new).ifPresent(threads::look);
    return threads;
  }

  private Losses losses(boolean drills) {
    return new FaultAutoConfiguration()
        .lostMessages(spoilt(drills, lost), contexts, faults, new DrillEnvironment(drills));
  }

  private static long busyThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("drill-cpu-"))
        .filter(Thread::isAlive)
        .count();
  }
}
