package com.alexandrite.rollouts.engine.template;

import com.alexandrite.rollouts.engine.model.Argument;
import com.alexandrite.rollouts.engine.model.Argument.ValueFrom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The arguments that a Rollout gives to its analyses, each with its value. */
public sealed interface RolloutArguments permits RolloutArguments.Values, Refused {

  /** Every argument has a value, if only "". */
  record Values(List<Argument> args) implements RolloutArguments {}

  /**
   * Finds the values.
   *
   * @param latestHash pod template hash of the revision that is judged
   * @param stableHash pod template hash of the stable revision, "" if there is none
   * @param rollout the Rollout's manifest and status as a tree; asked only where a path leads into
   *     it
   */
  static RolloutArguments of(
      List<Argument> args,
      String latestHash,
      String stableHash,
      Supplier<Map<String, Object>> rollout) {
    List<Argument> values = new ArrayList<>();
    Refused problem = null;
    for (Argument argument : args) {
      String value = argument.value() == null ? "" : argument.value();
      ValueFrom from = argument.valueFrom();
      if (from != null && from.podTemplateHashValue() != null) {
        value = hash(from.podTemplateHashValue(), latestHash, stableHash, value);
      } else if (from != null && from.fieldPath() != null) {
        String path = from.fieldPath();
        try {
          value = FieldPaths.value(path, rollout.get());
          problem = null;
        } catch (Refused.Signal signal) {
          if (path.startsWith("metadata")) {
            return signal.refused();
          }
          // As in the original a later argument that is found makes this one an empty text.
          value = "";
          problem = signal.refused();
        }
      }
      values.add(Argument.of(argument.name(), value));
    }
    return problem == null ? new Values(values) : problem;
  }

  private static String hash(
      @Nullable String which, String latest, String stable, String otherwise) {
    return switch (which) {
      case "Latest" -> latest;
      case "Stable" -> stable;
      case null, default -> otherwise;
    };
  }
}
