package com.alexandrite.flags.server.change;

import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Segment;
import com.alexandrite.flags.server.environment.Environment;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.environment.FlagStates;
import com.alexandrite.flags.server.environment.Segments;
import com.alexandrite.flags.server.environment.StoredState;
import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.FlagJson;
import com.alexandrite.flags.server.store.Refused;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Changes who belongs to a segment in an environment, or takes the segment away. */
public final class ChangingSegment {
  private final FlagDatabase database;
  private final Environments environments;
  private final Segments segments;
  private final FlagStates states;
  private final Freezes freezes;
  private final ChangeRequests requests;
  private final Recording recording;
  private final InstantSource clock;

  /** With everything a change needs. */
  public ChangingSegment(
      FlagDatabase database,
      Environments environments,
      Segments segments,
      FlagStates states,
      Freezes freezes,
      ChangeRequests requests,
      Recording recording,
      InstantSource clock) {
    this.database = database;
    this.environments = environments;
    this.segments = segments;
    this.states = states;
    this.freezes = freezes;
    this.requests = requests;
    this.recording = recording;
    this.clock = clock;
  }

  /**
   * What somebody wants done to a segment.
   *
   * @param wanted null takes it away
   */
  public record SegmentOrder(
      String environment,
      String key,
      @Nullable Segment wanted,
      String actor,
      String reason,
      @Nullable String approvedBy,
      @Nullable Long undoes) {}

  /** Does it, or leaves it to a second person. */
  public Outcome change(SegmentOrder order) {
    Instant clicked = clock.instant();
    return database.inTransaction(() -> {
      Environment environment = environments.locked(order.environment());
      Segment before = segments.find(environment.name(), order.key()).orElse(null);
      Segment after = order.wanted();
      refuseInvalid(order, before);
      if (java.util.Objects.equals(before, after)) {
        return new Outcome.Same(environment.version());
      }
      Draft draft = draft(order, before, clicked);
      freezes.refuse(environment.name(), clicked);
      if (environment.twoPersons() && order.approvedBy() == null) {
        return new Outcome.Waits(requests.open(draft));
      }
      long version = environments.next(environment, clicked);
      write(environment.name(), order.key(), after, version);
      return new Outcome.Done(recording.record(draft, version));
    });
  }

  private void write(String environment, String key, @Nullable Segment after, long version) {
    if (after == null) {
      segments.delete(environment, key);
    } else {
      segments.put(environment, after, version);
    }
  }

  private void refuseInvalid(SegmentOrder order, @Nullable Segment before) {
    Segment wanted = order.wanted();
    if (wanted == null) {
      refuseUsed(order, before);
    } else if (!wanted.key().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw Refused.invalid(
          "segment-key-invalid",
          "\"" + wanted.key() + "\" is no key of a segment.",
          "Write it in lower case with hyphens, such as beta-testers.");
    } else {
      RulesCheck.refuseInvalid(wanted.conditions());
    }
  }

  private void refuseUsed(SegmentOrder order, @Nullable Segment before) {
    if (before == null) {
      throw Refused.unknown("segment", order.key(), "List the segments of the environment.");
    }
    states.all(order.environment()).stream()
        .map(StoredState::state)
        .filter(state -> uses(state, order.key()))
        .findFirst()
        .ifPresent(user -> {
          throw Refused.conflict(
              "segment-used",
              user.key() + " has a rule for " + order.key() + ".",
              "Take the segment out of its rules first.");
        });
  }

  private static boolean uses(FlagState state, String segment) {
    return state.rules().stream().anyMatch(rule -> segment.equals(rule.segment()));
  }

  private static Draft draft(SegmentOrder order, @Nullable Segment before, Instant clicked) {
    return new Draft(
        order.environment(),
        order.undoes() != null ? "undo" : "segment",
        "segment",
        order.key(),
        FlagJson.writeNullable(before),
        FlagJson.writeNullable(order.wanted()),
        order.actor(),
        order.approvedBy(),
        order.reason(),
        clicked,
        order.undoes());
  }
}
