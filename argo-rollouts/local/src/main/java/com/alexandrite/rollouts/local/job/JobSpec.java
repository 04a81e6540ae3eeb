package com.alexandrite.rollouts.local.job;

import com.alexandrite.rollouts.engine.analysis.ProviderSpec;
import com.alexandrite.rollouts.engine.model.Data;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a Job's manifest asks of a process.
 *
 * @param backoffLimit how many attempts may fail before the job has
 * @param deadline of the whole job; null for none
 * @param grace time between SIGTERM and SIGKILL
 */
record JobSpec(
    List<String> command,
    Map<String, String> environment,
    int backoffLimit,
    @Nullable Duration deadline,
    Duration grace) {
  private static final int DEFAULT_BACKOFF_LIMIT = 6;
  private static final int DEFAULT_GRACE_SECONDS = 30;

  /**
   * Reads a manifest that the engine has accepted.
   *
   * @param configuration the variables of a ConfigMap or Secret
   */
  static JobSpec of(ProviderSpec.Job job, Function<String, Map<String, String>> configuration) {
    Map<String, Object> spec = Data.map(job.job().get("spec"));
    Map<String, Object> pod = Data.map(Data.map(spec.get("template")).get("spec"));
    Map<String, Object> container = Data.map(Data.list(pod.get("containers")).getFirst());
    List<String> command = new ArrayList<>(texts(container.get("command")));
    command.addAll(texts(container.get("args")));
    Integer deadline = Data.integerOrNull(spec.get("activeDeadlineSeconds"));
    return new JobSpec(
        command,
        environment(container, configuration),
        Data.integer(spec.get("backoffLimit"), DEFAULT_BACKOFF_LIMIT),
        deadline == null ? null : Duration.ofSeconds(deadline),
        Duration.ofSeconds(
            Data.integer(pod.get("terminationGracePeriodSeconds"), DEFAULT_GRACE_SECONDS)));
  }

  private static Map<String, String> environment(
      Map<String, Object> container, Function<String, Map<String, String>> configuration) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (Object source : Data.list(container.get("envFrom"))) {
      Data.map(source)
          .values()
          .forEach(reference ->
              variables.putAll(configuration.apply(Data.text(Data.map(reference).get("name")))));
    }
    Data.list(container.get("env")).stream()
        .map(Data::map)
        .forEach(
            entry -> variables.put(Data.text(entry.get("name")), Data.text(entry.get("value"))));
    return variables;
  }

  private static List<String> texts(@Nullable Object list) {
    return Data.list(list).stream().map(Data::text).toList();
  }
}
