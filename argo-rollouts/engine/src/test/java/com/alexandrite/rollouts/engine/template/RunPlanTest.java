package com.alexandrite.rollouts.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.DryRun;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.TemplateRef;
import com.alexandrite.rollouts.engine.template.Refused.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From templates to a plan, by example. */
class RunPlanTest {

  private static Map<String, Object> metric(String name, String query) {
    return Map.of("name", name, "provider", Map.of("prometheus", Map.of("query", query)));
  }

  private static AnalysisTemplate template(
      String name, List<Map<String, Object>> metrics, List<Argument> args) {
    return new AnalysisTemplate(name, false, metrics, args, List.of(), List.of(), List.of());
  }

  private static final RolloutAnalysis PLAIN =
      new RolloutAnalysis(List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of());

  private static Reason reason(Object outcome) {
    return ((Refused) outcome).reason();
  }

  private static RunPlan plan(Map<String, Object> metric, Argument... args) {
    return RunPlan.of(List.of(metric), List.of(args), List.of(), List.of());
  }

  @Test
  void joinsTemplatesAndOverridesTheirArguments() {
    List<AnalysisTemplate> templates =
        List.of(
            template("a", List.of(metric("x", "q")), List.of(Argument.of("service", "none"))),
            template("b", List.of(metric("y", "q")), List.of(new Argument("service", null, null))));
    Joined joined = Joined.of(templates, PLAIN, List.of(Argument.of("service", "shop")));
    assertThat(joined)
        .isInstanceOfSatisfying(
            Joined.Run.class,
            run -> {
              assertThat(run.args()).containsExactly(Argument.of("service", "shop"));
              assertThat(run.metrics()).hasSize(2);
            });
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    AnalysisTemplate a = template("a", List.of(metric("x", "q")), List.of(Argument.of("n", "1")));
    AnalysisTemplate b = template("b", List.of(metric("y", "q")), List.of(Argument.of("n", "2")));
    AnalysisTemplate open =
        template("c", List.of(metric("z", "q")), List.of(new Argument("n", null, null)));
    assertThat(reason(Joined.flat(List.of(a, a)))).isEqualTo(Reason.DUPLICATE_METRIC);
    assertThat(reason(Joined.flat(List.of(a, b)))).isEqualTo(Reason.CONFLICTING_ARGUMENT);
    assertThat(reason(Joined.of(List.of(open), PLAIN, List.of())))
        .isEqualTo(Reason.ARGUMENT_NOT_RESOLVED);
  }

  @Test
  void noticesTemplatesThatIncludeEachOther() {
    TemplateRef a = new TemplateRef("a", false);
    TemplateRef b = new TemplateRef("b", false);
    List<AnalysisTemplate> known =
        List.of(
            new AnalysisTemplate(
                "a", false, List.of(), List.of(), List.of(), List.of(), List.of(b)),
            new AnalysisTemplate(
                "b", false, List.of(), List.of(), List.of(), List.of(), List.of(a)));
    TemplateReferences.Found found = TemplateReferences.find(List.of(a), known);
    assertThat(found.refused()).isNotNull();
    assertThat(found.templates()).isEmpty();
  }

  @Test
  void fillsInArgumentsEverywhere() {
    RunPlan plan =
        plan(
            metric("errors-{{args.service}}", "rate(x{app=\"{{ args.service }}\"}[1m])"),
            Argument.of("service", "shop"));
    MetricSpec filled = ((RunPlan.Ready) plan).spec().metrics().getFirst();
    assertThat(filled.name()).isEqualTo("errors-shop");
    assertThat(filled.provider().toString()).contains("rate(x{app=\"shop\"}[1m])");
  }

  @Test
  void refusesUnknownAndMissingArguments() {
    assertThat(plan(metric("m", "{{args.x}}")))
        .isEqualTo(
            new Refused(
                Reason.UNRESOLVED_TAG,
                "args.x",
                "Unable to resolve metric arguments: failed to resolve {{args.x}}"));
    assertThat(reason(plan(metric("m", "{{args.x"), Argument.of("x", "1"))))
        .isEqualTo(Reason.UNRESOLVED_TAG);
    assertThat(reason(plan(metric("m", "q"), new Argument("unused", null, null))))
        .isEqualTo(Reason.ARGUMENT_NOT_SUPPLIED);
  }

  @Test
  void refusesProvidersAndFieldsByName() {
    Map<String, Object> other =
        Map.of("name", "m", "provider", Map.of("datadog", Map.of("query", "x")));
    assertThat(plan(other))
        .isEqualTo(
            new Refused(
                Reason.NOT_EXECUTED,
                "provider.datadog",
                "Unable to resolve metric arguments: provider.datadog: is not executed by this"
                    + " engine"));
    Map<String, Object> typo =
        Map.of("name", "m", "intervall", "1m", "provider", Map.of("prometheus", Map.of()));
    assertThat(MetricReader.read(typo).problems())
        .containsExactly(new Problem("intervall", "is not a known field"));
  }

  @Test
  void refusesDryRunRulesThatMeanNothing() {
    RunPlan plan =
        RunPlan.of(List.of(metric("errors", "q")), List.of(), List.of(new DryRun("*")), List.of());
    assertThat(plan)
        .isEqualTo(
            new Refused(
                Reason.RULE_MATCHES_NO_METRIC,
                "dryRun[0]",
                "Analysis spec invalid: dryRun[0]: Rule didn't match any metric name(s)"));
  }
}
