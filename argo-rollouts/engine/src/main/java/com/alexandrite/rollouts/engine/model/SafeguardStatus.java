package com.alexandrite.rollouts.engine.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the safeguards beyond Argo are; all null for a rollout without them.
 *
 * @param hold the rollout lacks metric data
 * @param freeze a freeze window stops the rollout, or was overridden
 * @param bake the new stable is being watched
 * @param undo a promotion was undone
 * @param configHash the configuration that was seen last
 */
public record SafeguardStatus(
    @Nullable Hold hold,
    @Nullable Freeze freeze,
    @Nullable Bake bake,
    @Nullable Undo undo,
    @Nullable String configHash) {

  public static final SafeguardStatus NONE = new SafeguardStatus(null, null, null, null, null);

  /**
   * Metric data is missing.
   *
   * @param why which metric, and what its source said first
   * @param overridden somebody went on without data
   * @param overdue it took longer than it should
   */
  public record Hold(Instant since, String why, boolean overridden, boolean overdue) {

    public Hold overriding() {
      return new Hold(since, why, true, overdue);
    }

    public Hold passingItsTime() {
      return new Hold(since, why, overridden, true);
    }
  }

  /**
   * A window stops the rollout.
   *
   * @param until when it goes on
   * @param window as written
   * @param overridden somebody went on in spite of it
   */
  public record Freeze(Instant until, String window, boolean overridden) {

    public Freeze overriding() {
      return new Freeze(until, window, true);
    }
  }

  /**
   * The new stable is being watched.
   *
   * @param hash of the new stable
   * @param previousHash of the revision to go back to
   * @param run name of the analysis run; empty before it is made
   */
  public record Bake(Instant since, Instant until, String hash, String previousHash, String run) {

    public Bake judgedBy(String name) {
      return new Bake(since, until, hash, previousHash, name);
    }
  }

  /**
   * A promotion was undone: everything goes back to that revision without steps.
   *
   * @param group the release group that takes it back with its other members; null = the guard
   */
  public record Undo(
      Instant at, String fromHash, String toHash, String why, @Nullable String group) {}

  /** What is still true when an update begins or ends. */
  public SafeguardStatus cleared() {
    return new SafeguardStatus(null, null, null, null, configHash);
  }

  public SafeguardStatus withConfigHash(@Nullable String changed) {
    return new SafeguardStatus(hold, freeze, bake, undo, changed);
  }

  public SafeguardStatus withHold(@Nullable Hold changed) {
    return new SafeguardStatus(changed, freeze, bake, undo, configHash);
  }

  public SafeguardStatus withFreeze(@Nullable Freeze changed) {
    return new SafeguardStatus(hold, changed, bake, undo, configHash);
  }

  public SafeguardStatus withBake(@Nullable Bake changed) {
    return new SafeguardStatus(hold, freeze, changed, undo, configHash);
  }

  public SafeguardStatus withUndo(@Nullable Undo changed) {
    return new SafeguardStatus(hold, freeze, bake, changed, configHash);
  }
}
