package com.alexandrite.cli.rollouts;

import com.alexandrite.rollouts.engine.simulation.Moment;
import com.alexandrite.rollouts.engine.simulation.Moment.Measured;
import com.alexandrite.rollouts.engine.simulation.Moment.Pods;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A simulated release in a terminal's words. A measurement that says the same as the one before it
 * is left out.
 */
final class SimulationText {

  /** Above the columns. */
  static final String HEAD = "   TIME  PHASE        STEP   WEIGHT  STABLE  CANARY";

  private static final String INDENT = " ".repeat(9);
  private static final int SECONDS = 60;

  private final int steps;
  private final Map<String, Measured> last = new HashMap<>();

  SimulationText(int steps) {
    this.steps = steps;
  }

  /** The lines of a moment; none if it brings nothing new. */
  List<String> lines(Moment moment) {
    List<String> lines = new ArrayList<>();
    lines.add(position(moment));
    moment
        .happened()
        .forEach(it -> lines.add(INDENT + (it.reason() + "  " + it.message()).strip()));
    boolean onlyMeasured = moment.happened().isEmpty() && !moment.measured().isEmpty();
    moment.measured().stream().filter(this::isNew).forEach(it -> lines.add(INDENT + measured(it)));
    return onlyMeasured && lines.size() == 1 ? List.of() : lines;
  }

  private boolean isNew(Measured measured) {
    Measured before = last.put(measured.run() + "/" + measured.metric(), measured);
    return !measured.equals(before);
  }

  private String position(Moment moment) {
    return String.format(
            Locale.ROOT,
            "%7s  %-11s  %-5s  %6s  %-6s  %-6s  %s",
            time(moment.second()),
            moment.phase(),
            moment.step() == null ? "-" : moment.step() + "/" + steps,
            moment.weight() == null ? "-" : moment.weight() + " %",
            pods(moment.stable()),
            pods(moment.canary()),
            moment.message())
        .stripTrailing();
  }

  private static String pods(@Nullable Pods pods) {
    return pods == null ? "-" : pods.available() + "/" + pods.wanted();
  }

  private static String measured(Measured one) {
    String value = one.value().isEmpty() ? "" : " " + one.value();
    String message = one.message().isEmpty() ? "" : " (" + one.message() + ")";
    return "analysis (%s) %s: %s%s%s"
        .formatted(one.run(), one.metric(), one.phase(), value, message);
  }

  /** Minutes and seconds, with hours where there are any. */
  static String time(long seconds) {
    long minutes = seconds / SECONDS;
    return minutes < SECONDS
        ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % SECONDS)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", minutes / SECONDS, minutes % SECONDS, seconds % SECONDS);
  }
}
