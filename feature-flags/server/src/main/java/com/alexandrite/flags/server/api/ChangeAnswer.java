package com.alexandrite.flags.server.api;

import com.alexandrite.flags.server.change.Change;
import com.alexandrite.flags.server.change.ChangeRequest;
import com.alexandrite.flags.server.change.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * What became of a change.
 *
 * @param outcome done, waits (for a second person) or same (it was so already)
 * @param version of the document that it brought, or that is in force
 */
record ChangeAnswer(
    String outcome,
    @Nullable Long version,
    @Nullable Change change,
    @Nullable ChangeRequest request) {

  static ResponseEntity<ChangeAnswer> of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done ->
          ResponseEntity.ok(new ChangeAnswer("done", done.change().version(), done.change(), null));
      case Outcome.Waits waits ->
          ResponseEntity.status(HttpStatus.ACCEPTED)
              .body(new ChangeAnswer("waits", null, null, waits.request()));
      case Outcome.Same same ->
          ResponseEntity.ok(new ChangeAnswer("same", same.version(), null, null));
    };
  }
}
