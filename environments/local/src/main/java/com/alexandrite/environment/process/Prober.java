package com.alexandrite.environment.process;

import java.util.concurrent.CompletableFuture;

/** Asks a process whether it is ready. */
interface Prober {

  /** Asks once; always completes normally, within the probe's timeout. */
  CompletableFuture<Answer> ask(Probe probe);

  /** What came of it; {@code why} says what failed. */
  record Answer(boolean ready, String why) {
    static Answer yes() {
      return new Answer(true, "");
    }

    static Answer no(String why) {
      return new Answer(false, why);
    }
  }
}
