package com.alexandrite.environment.process;

/** Where a process is in its life. */
public enum Phase {
  /** It runs and has not answered its readiness probe yet. */
  STARTING,
  /** It runs and answers its probe. */
  READY,
  /** It runs, was ready, and has failed its probe as often in a row as the probe allows. */
  NOT_READY,
  /** It ended unasked and will be started again after a pause. */
  BACKOFF,
  /** It was asked to end. */
  STOPPING,
  /** It cannot be started at all (no such command, no such folder); tried again every 10 s. */
  FAILED
}
