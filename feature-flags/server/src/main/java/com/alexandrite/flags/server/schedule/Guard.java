package com.alexandrite.flags.server.schedule;

/** Judges, before a guarded step, whether those who have the flag are as well off as the others. */
@FunctionalInterface
public interface Guard {

  /** What it found about a flag. */
  Finding look(String environment, String flag);

  /** A guard that always lets grow, where nothing is measured. */
  Guard NONE = (_, _) -> new Finding(Verdict.WELL, "nothing is measured here");

  /** A verdict and why, in numbers. */
  record Finding(Verdict verdict, String why) {}

  /** What follows. */
  enum Verdict {
    /** The next step may come. */
    WELL,
    /** Too few requests to tell; the step waits. */
    UNCLEAR,
    /** Those who have it are worse off: back to nobody. */
    HARM
  }
}
