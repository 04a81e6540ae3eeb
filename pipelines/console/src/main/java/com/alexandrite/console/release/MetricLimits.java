package com.alexandrite.console.release;

import com.alexandrite.rollouts.engine.model.AnalysisRun;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.Data;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a metric of a manifest allows, where it can be read from its text. */
public final class MetricLimits {
  private static final Pattern COMPARISON =
      Pattern.compile("result\\[0\\]\\s*(?:<=?|>=?)\\s*(-?[0-9]+(?:\\.[0-9]+)?)");
  private static final Pattern FIRST = Pattern.compile("^\\[?\\s*([-+0-9.eE]+)");

  private MetricLimits() {}

  /** The metric's name. */
  public static String name(Map<String, Object> metric) {
    return Data.text(metric.get("name"));
  }

  /** Puts the values of arguments into a text of the manifest. */
  public static String resolve(String text, List<Argument> args) {
    String resolved = text;
    for (Argument argument : args) {
      String value = argument.value();
      if (value != null) {
        resolved =
            resolved
                .replace("{{args." + argument.name() + "}}", value)
                .replace("{{ args." + argument.name() + " }}", value);
      }
    }
    return resolved;
  }

  /** The constant that the metric's condition compares its first number with; null if none. */
  public static @Nullable Double limit(Map<String, Object> metric, List<Argument> args) {
    for (String field : List.of("failureCondition", "successCondition")) {
      Object condition = metric.get(field);
      Matcher found = COMPARISON.matcher(condition == null ? "" : resolve(condition + "", args));
      if (found.find()) {
        return Double.valueOf(found.group(1));
      }
    }
    return null;
  }

  /** Failed measurements that are borne; 0 if nothing else is written. */
  public static int failuresAllowed(AnalysisRun run, Map<String, Object> metric) {
    Object value = metric.get("failureLimit");
    try {
      return value == null ? 0 : Integer.parseInt(resolve(value.toString(), run.args()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** The first number of a measurement as its provider wrote it; null for anything else. */
  public static @Nullable Double number(String value) {
    Matcher found = FIRST.matcher(value);
    if (!found.find()) {
      return null;
    }
    try {
      return Double.valueOf(found.group(1));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
