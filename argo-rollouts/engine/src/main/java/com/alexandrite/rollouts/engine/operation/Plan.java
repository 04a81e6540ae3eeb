package com.alexandrite.rollouts.engine.operation;

import java.util.List;

/** What an operation comes to, before anything is sent. */
public sealed interface Plan {

  /** To be sent one after the other; none if there is nothing to change. */
  record Send(List<Patch> patches) implements Plan {

    public Send {
      patches = List.copyOf(patches);
    }
  }

  /** The operation makes no sense for this object. */
  record Refused(Reason reason, String message) implements Plan {}

  /** Why an operation is refused. */
  enum Reason {
    SKIP_FLAGS_TOGETHER("bothSkipFlags"),
    SKIP_FLAGS_WITH_BLUE_GREEN("skipFlagsWithBlueGreen"),
    SKIP_FLAG_WITHOUT_STEPS("skipFlagWithoutSteps"),
    REVISION_NOT_FOUND("revisionNotFound"),
    NO_PREVIOUS_REVISION("noPreviousRevision"),
    WORKLOAD_UNSUPPORTED("workloadUnsupported"),
    CONTAINER_NOT_FOUND("containerNotFound");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** The word that recorded decisions have for it. */
    public String text() {
      return text;
    }
  }
}
