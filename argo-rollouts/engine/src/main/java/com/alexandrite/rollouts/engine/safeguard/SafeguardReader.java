package com.alexandrite.rollouts.engine.safeguard;

import com.alexandrite.rollouts.engine.condition.GoDuration;
import com.alexandrite.rollouts.engine.safeguard.HoldPolicy.After;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the annotations and notes every mistake under the annotation's name. */
final class SafeguardReader {

  private static final Set<String> KNOWN =
      Set.of(
          Safeguards.ON_NO_DATA,
          Safeguards.HOLD_AT_MOST,
          Safeguards.AFTER_HOLD,
          Safeguards.FREEZE,
          Safeguards.BAKE,
          Safeguards.BAKE_ANALYSIS,
          Safeguards.BAKE_ARGS,
          Safeguards.CONFIG_REVISIONS);

  private static final String LIKE = "Write it like 90s, 30m or 2h";

  private final Map<String, String> annotations;
  private final List<Mistake> problems;

  SafeguardReader(Map<String, String> annotations, List<Mistake> problems) {
    this.annotations = annotations;
    this.problems = problems;
  }

  /** A name with our prefix that means nothing is a mistake, not somebody else's. */
  void unknown() {
    annotations.keySet().stream()
        .filter(name -> name.startsWith(Safeguards.PREFIX) && !KNOWN.contains(name))
        .forEach(name ->
            refuse(
                name,
                "is not known",
                "Use one of " + String.join(", ", KNOWN.stream().sorted().toList())));
  }

  Safeguards read() {
    oneOf(Safeguards.CONFIG_REVISIONS, "true", "false");
    return new Safeguards(hold(), freezes(), bake());
  }

  private @Nullable HoldPolicy hold() {
    String asked = oneOf(Safeguards.ON_NO_DATA, "hold", "abort");
    if (!asked.equals("hold")) {
      for (String name : List.of(Safeguards.HOLD_AT_MOST, Safeguards.AFTER_HOLD)) {
        if (annotations.containsKey(name)) {
          refuse(name, "has no effect", "Add " + Safeguards.ON_NO_DATA + ": hold");
        }
      }
      return null;
    }
    Duration atMost = duration(Safeguards.HOLD_AT_MOST);
    String after = oneOf(Safeguards.AFTER_HOLD, "abort", "stay");
    if (!after.isEmpty() && atMost == null) {
      refuse(Safeguards.AFTER_HOLD, "has no effect", "Add " + Safeguards.HOLD_AT_MOST + ": 30m");
    }
    return new HoldPolicy(atMost, after.equals("stay") ? After.STAY : After.ABORT);
  }

  private List<FreezeWindow> freezes() {
    List<FreezeWindow> windows = new ArrayList<>();
    for (String line : lines(Safeguards.FREEZE)) {
      try {
        windows.add(FreezeLine.read(line));
      } catch (IllegalArgumentException e) {
        refuse(Safeguards.FREEZE, String.valueOf(e.getMessage()), FreezeLine.FORMS);
      }
    }
    return windows;
  }

  private @Nullable BakePolicy bake() {
    Duration time = duration(Safeguards.BAKE);
    List<String> templates =
        Stream.of(text(Safeguards.BAKE_ANALYSIS).split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    if (time == null) {
      if (!templates.isEmpty()) {
        refuse(Safeguards.BAKE_ANALYSIS, "has no effect", "Add " + Safeguards.BAKE + ": 10m");
      }
      return null;
    }
    if (templates.isEmpty()) {
      refuse(
          Safeguards.BAKE,
          "says not what judges",
          "Add " + Safeguards.BAKE_ANALYSIS + " with names of AnalysisTemplates");
      return null;
    }
    return new BakePolicy(time, templates, arguments());
  }

  private Map<String, String> arguments() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : lines(Safeguards.BAKE_ARGS)) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        refuse(Safeguards.BAKE_ARGS, "says \"" + line + "\"", "Write each as name: value");
      } else {
        values.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return values;
  }

  private String text(String name) {
    return annotations.getOrDefault(name, "").strip();
  }

  private List<String> lines(String name) {
    return text(name)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  private String oneOf(String name, String... words) {
    String text = text(name);
    if (annotations.containsKey(name) && !List.of(words).contains(text)) {
      refuse(name, "is \"" + text + "\"", "Write " + String.join(" or ", words));
    }
    return text;
  }

  private @Nullable Duration duration(String name) {
    if (!annotations.containsKey(name)) {
      return null;
    }
    Duration length = GoDuration.parse(text(name)).orElse(Duration.ZERO);
    if (!length.isPositive()) {
      refuse(name, "is \"" + text(name) + "\", which is no length of time", LIKE);
      return null;
    }
    return length;
  }

  private void refuse(String name, String problem, String advice) {
    problems.add(new Mistake("metadata.annotations." + name, problem, advice));
  }
}
