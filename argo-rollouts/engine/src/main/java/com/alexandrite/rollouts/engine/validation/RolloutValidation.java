package com.alexandrite.rollouts.engine.validation;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds everything that is wrong with a Rollout, as the real controller does, whatever of it this
 * engine executes. Works on the manifest's plain data.
 */
public final class RolloutValidation {

  private RolloutValidation() {}

  /** All problems: wrong types first, then the rules in the controller's order. */
  public static List<Problem> check(Map<String, Object> rollout) {
    List<Problem> undecodable = decode(rollout);
    List<Problem> problems = new ArrayList<>(undecodable);
    rules(rollout).stream()
        .filter(problem -> undecodable.stream().noneMatch(it -> concerns(it, problem)))
        .forEach(problems::add);
    return List.copyOf(problems);
  }

  /** A field of the wrong type counts as absent: what follows from that is no news. */
  private static boolean concerns(Problem undecodable, Problem problem) {
    return undecodable.path().startsWith(problem.path())
        || problem.path().startsWith(undecodable.path());
  }

  /** What the types of the API don't take; then the real controller can't even read it. */
  public static List<Problem> decode(Map<String, Object> rollout) {
    return DecodeCheck.of(rollout);
  }

  /** What the rules find in a Rollout whose types are right. */
  public static List<Problem> rules(Map<String, Object> rollout) {
    Findings findings = new Findings();
    new SpecRules(rollout, findings).check();
    return findings.all();
  }

  /**
   * The same without selector and pod template: for a Rollout whose pods are known to be
   * executable.
   */
  public static List<Problem> rulesOfRelease(Map<String, Object> rollout) {
    Findings findings = new Findings();
    new SpecRules(rollout, findings).checkRelease();
    return findings.all();
  }

  /** Only the canary strategy. */
  public static List<Problem> canary(Map<String, Object> rollout) {
    Findings findings = new Findings();
    new CanaryRules(rollout, Place.alone("canary"), findings).check();
    return findings.all();
  }

  /** Only the blueGreen strategy. */
  public static List<Problem> blueGreen(Map<String, Object> rollout) {
    Findings findings = new Findings();
    new BlueGreenRules(Data.map(rollout.get("spec")), Place.alone("blueGreen"), findings).check();
    return findings.all();
  }
}
