package com.alexandrite.flags.server.change;

import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Segment;
import com.alexandrite.flags.server.environment.FlagStates;
import com.alexandrite.flags.server.environment.Segments;
import com.alexandrite.flags.server.environment.StoredState;
import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.FlagJson;
import com.alexandrite.flags.server.store.Refused;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The second person's word on a change. */
public final class DecidingRequest {
  private final FlagDatabase database;
  private final ChangeRequests requests;
  private final FlagStates states;
  private final Segments segments;
  private final ChangingFlag flags;
  private final ChangingSegment segmentChanges;
  private final InstantSource clock;

  /** Over the ways to change. */
  public DecidingRequest(
      FlagDatabase database,
      ChangeRequests requests,
      FlagStates states,
      Segments segments,
      ChangingFlag flags,
      ChangingSegment segmentChanges,
      InstantSource clock) {
    this.database = database;
    this.requests = requests;
    this.states = states;
    this.segments = segments;
    this.flags = flags;
    this.segmentChanges = segmentChanges;
    this.clock = clock;
  }

  /** Yes: the change is made, unless its subject has changed since it was asked for. */
  public Outcome approve(long id, String actor, @Nullable String reason) {
    return database.inTransaction(() -> {
      ChangeRequest request = requests.waiting(id);
      if (request.askedBy().equals(actor)) {
        throw new Refused(
            Refused.Kind.FORBIDDEN,
            "second-person-needed",
            actor + " asked for this change and can not approve it.",
            "Ask somebody else to approve it.");
      }
      refuseOutdated(request);
      Outcome outcome = carryOut(request, actor);
      Long change = outcome instanceof Outcome.Done done ? done.change().id() : null;
      requests.decide(
          id, "approved", actor, reason == null ? "" : reason.strip(), clock.instant(), change);
      return outcome;
    });
  }

  /** No, or not any more; whoever asked may say so too. */
  public void reject(long id, String actor, @Nullable String reason) {
    String why = Refused.reason(reason);
    database.inTransaction(() -> {
      requests.waiting(id);
      requests.decide(id, "rejected", actor, why, clock.instant(), null);
    });
  }

  private Outcome carryOut(ChangeRequest request, String second) {
    if (request.subjectKind().equals("segment")) {
      return segmentChanges.change(
          new ChangingSegment.SegmentOrder(
              request.environment(),
              request.subject(),
              FlagJson.readNullable(request.wanted(), Segment.class),
              request.askedBy(),
              request.reason(),
              second,
              request.undoes()));
    }
    FlagState wanted =
        Objects.requireNonNull(
            FlagJson.readNullable(request.wanted(), FlagState.class), "a flag keeps its state");
    return flags.change(
        new Order(
            request.environment(),
            request.subject(),
            new Edit.Restore(wanted, request.kind()),
            request.askedBy(),
            request.reason(),
            null,
            second,
            request.undoes()));
  }

  /** What was looked at when the change was asked for must still be so. */
  private void refuseOutdated(ChangeRequest request) {
    boolean same =
        request.subjectKind().equals("segment")
            ? Objects.equals(
                segments.find(request.environment(), request.subject()).orElse(null),
                FlagJson.readNullable(request.before(), Segment.class))
            : Objects.equals(
                states
                    .find(request.environment(), request.subject())
                    .map(StoredState::state)
                    .orElse(null),
                FlagJson.readNullable(request.before(), FlagState.class));
    if (!same) {
      throw Refused.conflict(
          "request-outdated",
          request.subject() + " was changed since request " + request.id() + " was made.",
          "Reject it, look at the present state, and ask anew.");
    }
  }
}
