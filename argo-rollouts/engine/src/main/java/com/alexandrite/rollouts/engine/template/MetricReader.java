package com.alexandrite.rollouts.engine.template;

import com.alexandrite.rollouts.engine.analysis.Limit;
import com.alexandrite.rollouts.engine.analysis.Limits;
import com.alexandrite.rollouts.engine.analysis.MetricSpec;
import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one metric of a template from its tree. */
public final class MetricReader {

  private MetricReader() {}

  /**
   * A metric and what was wrong with its tree.
   *
   * @param problems empty if all of it is known and executed; the metric holds what could be read
   *     in any case
   */
  public record Read(MetricSpec metric, List<Problem> problems) {}

  /** Reads a metric; paths of problems begin at the metric. */
  public static Read read(Map<String, ? extends @Nullable Object> tree) {
    List<Problem> problems = new ArrayList<>();
    Fields fields = new Fields(tree, "", problems);
    MetricSpec metric =
        new MetricSpec(
            fields.text("name"),
            fields.text("interval"),
            fields.text("initialDelay"),
            limits(fields),
            fields.text("successCondition"),
            fields.text("failureCondition"),
            provider(fields.child("provider")));
    fields.end();
    return new Read(metric, List.copyOf(problems));
  }

  private static Limits limits(Fields fields) {
    return new Limits(
        new Limit(fields.numberOrText("count")),
        new Limit(fields.numberOrText("failureLimit")),
        new Limit(fields.numberOrText("inconclusiveLimit")),
        new Limit(fields.numberOrText("consecutiveErrorLimit")),
        new Limit(fields.numberOrText("consecutiveSuccessLimit")));
  }

  private static ProviderSpec provider(Fields fields) {
    ProviderSpec provider = ProviderReader.read(fields);
    fields.end();
    return provider;
  }
}
