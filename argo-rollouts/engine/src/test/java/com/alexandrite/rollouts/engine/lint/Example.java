package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Small manifests without a finding, and what is found when something in them is changed. */
final class Example {

  /** Requests per second that the examples are checked for. */
  static final double RATE = 10;

  private static final String GOOD =
      """
      kind: AnalysisTemplate
      metadata: {name: errors}
      spec:
        args: [{name: hash}]
        metrics:
          - name: error-rate
            interval: 10s
            count: 3
            failureLimit: 1
            successCondition: len(result) == 0 || result[0] <= 0.05
            provider:
              prometheus:
                query: |
                  sum(rate(requests{code=~"5..",hash="{{args.hash}}"}[1m])) / sum(rate(requests{hash="{{args.hash}}"}[1m]))
                  and sum(increase(requests{hash="{{args.hash}}"}[1m])) >= 20
      ---
      kind: AnalysisTemplate
      metadata: {name: latency}
      spec:
        args: [{name: pods}]
        metrics:
          - name: slow-requests
            interval: 15s
            failureLimit: 1
            failureCondition: len(result) > 0 && result[0] > 9
            provider:
              prometheus:
                query: sum(rate(slow{hash="{{args.pods}}"}[30s]))
      ---
      kind: Rollout
      metadata: {name: demo}
      spec:
        replicas: 4
        progressDeadlineAbort: true
        selector: {matchLabels: {app: demo}}
        template:
          metadata: {labels: {app: demo}}
          spec: {containers: [{name: demo, image: 'demo:1'}]}
        strategy:
          canary:
            analysis:
              startingStep: 1
              templates: [{templateName: latency}]
              args: [{name: pods, valueFrom: {podTemplateHashValue: Latest}}]
            steps:
              - setWeight: 25
              - pause: {duration: 60s}
              - analysis:
                  templates: [{templateName: errors}]
                  args: [{name: hash, valueFrom: {podTemplateHashValue: Latest}}]
              - setWeight: 50
              - pause: {duration: 70s}
      """;

  private Example() {}

  /** The good manifests with these texts replaced by those behind them. */
  static String with(String... changes) {
    String text = GOOD;
    for (int i = 0; i < changes.length; i += 2) {
      if (!text.contains(changes[i])) {
        throw new IllegalArgumentException("not in the example: " + changes[i]);
      }
      text = text.replace(changes[i], changes[i + 1]);
    }
    return text;
  }

  static LintReport check(String text) {
    return Lint.check(List.of(new ManifestFile("demo.yaml", text)), OptionalDouble.of(RATE));
  }

  /** What is found, each rule once. */
  static Set<LintRule> rules(String text) {
    Set<LintRule> rules = new TreeSet<>();
    check(text).findings().forEach(finding -> rules.add(finding.rule()));
    return rules;
  }
}
