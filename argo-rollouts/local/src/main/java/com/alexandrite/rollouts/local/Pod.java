package com.alexandrite.rollouts.local;

import com.alexandrite.environment.process.Phase;
import com.alexandrite.environment.process.ProcessSpec;
import com.alexandrite.environment.process.ProcessState;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One process of a revision. All there is to know of it is in the labels of the process, so that a
 * console that starts anew finds its pods.
 *
 * @param name of the process: {@code shop-5f6d8-0}
 * @param hash of the pod template
 * @param version that its answers name; empty if unknown
 * @param port where customers' requests go
 * @param managementPort where probes and metrics are; the same as {@code port} if there is only one
 * @param phase of the process
 * @param since when that phase began
 */
public record Pod(
    String name,
    String rollout,
    String hash,
    String version,
    int ordinal,
    int port,
    int managementPort,
    int minReadySeconds,
    Instant createdAt,
    Phase phase,
    Instant since) {
  static final String ADDRESS = "127.0.0.1";

  private static final String ROLLOUT = "rollout";
  private static final String HASH = "pod-template-hash";
  private static final String ORDINAL = "ordinal";
  private static final String PORT = "http-port";
  private static final String MANAGEMENT_PORT = "management-port";
  private static final String MIN_READY_SECONDS = "min-ready-seconds";
  private static final String CREATED_AT = "created-at";

  /** Whether it answers its readiness probe. */
  public boolean ready() {
    return phase == Phase.READY;
  }

  /** Whether it has been ready for as long as its revision asks. */
  boolean available(Instant now) {
    return ready() && !since.plusSeconds(minReadySeconds).isAfter(now);
  }

  /** Where customers' requests go, as HAProxy names it. */
  public String address() {
    return ADDRESS + ":" + port;
  }

  Map<String, String> labels() {
    return Map.of(
        ROLLOUT, rollout,
        HASH, hash,
        ORDINAL, Integer.toString(ordinal),
        PORT, Integer.toString(port),
        MANAGEMENT_PORT, Integer.toString(managementPort),
        MIN_READY_SECONDS, Integer.toString(minReadySeconds),
        CREATED_AT, createdAt.toString());
  }

  static boolean isPod(Map<String, String> labels) {
    return labels.containsKey(HASH) && labels.containsKey(ROLLOUT);
  }

  static Pod observed(ProcessState state) {
    return of(state.name(), state.labels(), state.version(), state.phase(), state.since());
  }

  /** A pod that was asked for and that the supervisor has not seen yet. */
  static Pod asked(ProcessSpec spec) {
    Instant created =
        Instant.parse(spec.labels().getOrDefault(CREATED_AT, Instant.EPOCH.toString()));
    return of(spec.name(), spec.labels(), spec.version(), Phase.STARTING, created);
  }

  private static Pod of(
      String name,
      Map<String, String> labels,
      @Nullable String version,
      Phase phase,
      Instant since) {
    return new Pod(
        name,
        labels.getOrDefault(ROLLOUT, ""),
        labels.getOrDefault(HASH, ""),
        version == null ? "" : version,
        number(labels, ORDINAL),
        number(labels, PORT),
        number(labels, MANAGEMENT_PORT),
        number(labels, MIN_READY_SECONDS),
        Instant.parse(labels.getOrDefault(CREATED_AT, since.toString())),
        phase,
        since);
  }

  private static int number(Map<String, String> labels, String label) {
    return Integer.parseInt(labels.getOrDefault(label, "0"));
  }
}
