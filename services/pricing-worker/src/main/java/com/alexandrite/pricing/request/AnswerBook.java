package com.alexandrite.pricing.request;

import com.alexandrite.messages.PriceRequested;
import java.time.Instant;
import java.util.UUID;

/** What the worker remembers of requests, in its own database. */
interface AnswerBook {

  /** Whether a request has its answer. */
  boolean isAnswered(UUID requestId);

  /**
   * Notes that this process begins work on a request.
   *
   * @return how many other processes began it and neither ended it nor gave it back
   */
  int begin(UUID requestId);

  /** Notes that work ended without an answer in an orderly way: it does not count as a crash. */
  void giveBack(UUID requestId);

  /** The database's time. */
  Instant now();

  /** Writes the answer, in the running transaction. */
  void write(PriceRequested request, Answer answer, Issue issue);
}
