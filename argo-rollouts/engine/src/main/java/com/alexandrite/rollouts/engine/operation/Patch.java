package com.alexandrite.rollouts.engine.operation;

import com.alexandrite.rollouts.engine.condition.GoJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change that is sent to an API server.
 *
 * @param resource plural name, for example {@code rollouts}
 * @param name of another object than the one that the operation is about; null = that one
 * @param subresource null = the object itself
 * @param body plain data: a map for a merge patch (null removes a field), a list of operations for
 *     a JSON patch
 */
public record Patch(
    Type type, String resource, @Nullable String name, @Nullable String subresource, Object body) {

  public static final String ROLLOUTS = "rollouts";
  public static final String EXPERIMENTS = "experiments";
  public static final String ANALYSIS_RUNS = "analysisruns";

  private static final String STATUS = "status";

  /** How the body is meant. */
  public enum Type {
    MERGE("merge", "application/merge-patch+json"),
    JSON("json", "application/json-patch+json");

    private final String text;
    private final String contentType;

    Type(String text, String contentType) {
      this.text = text;
      this.contentType = contentType;
    }

    public String text() {
      return text;
    }

    public String contentType() {
      return contentType;
    }
  }

  static Patch ofSpec(String resource, Map<String, @Nullable Object> spec) {
    return new Patch(Type.MERGE, resource, null, null, Map.of("spec", spec));
  }

  static Patch ofStatus(Map<String, @Nullable Object> status) {
    return new Patch(Type.MERGE, ROLLOUTS, null, STATUS, Map.of(STATUS, status));
  }

  static Patch ofOperations(String resource, @Nullable String name, List<?> operations) {
    return new Patch(Type.JSON, resource, name, null, operations);
  }

  /** The body as it is sent. */
  public String json() {
    return GoJson.compact(body)
        .orElseThrow(() -> new IllegalStateException("no JSON form: " + body));
  }
}
