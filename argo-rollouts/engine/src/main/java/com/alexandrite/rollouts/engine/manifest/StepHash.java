package com.alexandrite.rollouts.engine.manifest;

import static com.alexandrite.rollouts.engine.manifest.GoShape.AS_WRITTEN;
import static com.alexandrite.rollouts.engine.manifest.GoShape.FLAG;
import static com.alexandrite.rollouts.engine.manifest.GoShape.NUMBER;
import static com.alexandrite.rollouts.engine.manifest.GoShape.TEXT;
import static com.alexandrite.rollouts.engine.manifest.GoShape.TEXTS;
import static com.alexandrite.rollouts.engine.manifest.GoShape.always;
import static com.alexandrite.rollouts.engine.manifest.GoShape.filled;
import static com.alexandrite.rollouts.engine.manifest.GoShape.list;
import static com.alexandrite.rollouts.engine.manifest.GoShape.map;
import static com.alexandrite.rollouts.engine.manifest.GoShape.pointer;
import static com.alexandrite.rollouts.engine.manifest.GoShape.struct;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Names a list of steps as the real controller does: the same steps have the same name here and on
 * a cluster. It is FNV-1a (32 bits) over the JSON of the steps as Argo's types write it, so that
 * {@code 10} differs from {@code "10"} and an unknown field makes no difference.
 */
public final class StepHash {

  private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
  private static final int OFFSET = 0x811c9dc5;
  private static final int PRIME = 0x01000193;

  private static final GoShape LABELS =
      struct(filled("labels", map(TEXT)), filled("annotations", map(TEXT)));

  private static final GoShape ARGUMENTS =
      list(
          struct(
              always("name", TEXT),
              filled("value", TEXT),
              pointer(
                  "valueFrom",
                  struct(
                      pointer("podTemplateHashValue", TEXT),
                      pointer("fieldRef", struct(always("fieldPath", TEXT)))))));

  private static final GoShape DRY_RUN = list(struct(always("metricName", TEXT)));

  private static final GoShape ANALYSIS =
      struct(
          filled(
              "templates",
              list(struct(always("templateName", TEXT), pointer("clusterScope", FLAG)))),
          filled("args", ARGUMENTS),
          filled("dryRun", DRY_RUN),
          filled(
              "measurementRetention",
              list(struct(always("metricName", TEXT), always("limit", NUMBER)))),
          pointer("analysisRunMetadata", LABELS));

  private static final GoShape SELECTOR =
      struct(
          filled("matchLabels", map(TEXT)),
          filled(
              "matchExpressions",
              list(
                  struct(always("key", TEXT), always("operator", TEXT), filled("values", TEXTS)))));

  private static final GoShape EXPERIMENT =
      struct(
          always(
              "templates",
              list(
                  struct(
                      always("name", TEXT),
                      always("specRef", TEXT),
                      pointer("replicas", NUMBER),
                      always("metadata", LABELS),
                      pointer("selector", SELECTOR),
                      pointer("weight", NUMBER),
                      pointer("service", struct(filled("name", TEXT)))))),
          filled("duration", TEXT),
          filled(
              "analyses",
              list(
                  struct(
                      always("name", TEXT),
                      always("templateName", TEXT),
                      pointer("clusterScope", FLAG),
                      filled("args", ARGUMENTS),
                      filled("requiredForCompletion", FLAG)))),
          filled("dryRun", DRY_RUN),
          always("analysisRunMetadata", LABELS),
          pointer("scaleDownDelaySeconds", NUMBER));

  private static final GoShape TEXT_MATCH =
      struct(filled("exact", TEXT), filled("prefix", TEXT), filled("regex", TEXT));

  private static final GoShape HEADER_ROUTE =
      struct(
          filled("name", TEXT),
          filled(
              "match",
              list(
                  struct(
                      always("headerName", TEXT),
                      always("headerValue", new GoShape.OrNull(TEXT_MATCH))))));

  private static final GoShape MIRROR_ROUTE =
      struct(
          always("name", TEXT),
          filled(
              "match",
              list(
                  struct(
                      pointer("method", TEXT_MATCH),
                      pointer("path", TEXT_MATCH),
                      filled("headers", map(TEXT_MATCH))))),
          pointer("percentage", NUMBER));

  private static final GoShape STEP =
      struct(
          pointer("setWeight", NUMBER),
          pointer("pause", struct(pointer("duration", TEXT))),
          pointer("experiment", EXPERIMENT),
          pointer("analysis", ANALYSIS),
          pointer(
              "setCanaryScale",
              struct(
                  pointer("weight", NUMBER),
                  pointer("replicas", NUMBER),
                  filled("matchTrafficWeight", FLAG))),
          pointer("setHeaderRoute", HEADER_ROUTE),
          pointer("setMirrorRoute", MIRROR_ROUTE),
          pointer("plugin", struct(always("name", TEXT), pointer("config", AS_WRITTEN))));

  private StepHash() {}

  /** The name of these steps; of none written, too. */
  public static String of(@Nullable Object steps) {
    int hash = OFFSET;
    for (byte next : list(STEP).json(steps).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (next & 0xff)) * PRIME;
    }
    StringBuilder name = new StringBuilder();
    Integer.toUnsignedString(hash)
        .chars()
        .forEach(digit -> name.append(ALPHABET.charAt(digit % ALPHABET.length())));
    return name.toString();
  }

  /** One step as Argo writes it. */
  public static String json(Object step) {
    return STEP.json(step);
  }
}
