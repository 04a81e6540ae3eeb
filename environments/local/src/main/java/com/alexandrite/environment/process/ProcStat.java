package com.alexandrite.environment.process;

/** The fields of /proc/PID/stat that the supervisor needs. */
record ProcStat(char state, long startTicks) {

  private static final int STATE = 0;
  private static final int START_TICKS = 19;

  /**
   * Reads one line of /proc/PID/stat. The command's name is in parentheses and may itself hold
   * spaces and parentheses, so the fields are counted from the last one.
   */
  static ProcStat parse(String line) {
    String[] afterName = line.substring(line.lastIndexOf(')') + 2).strip().split(" ", -1);
    return new ProcStat(afterName[STATE].charAt(0), Long.parseLong(afterName[START_TICKS]));
  }

  /** A zombie has ended; only its parent has not asked for the exit code yet. */
  boolean alive() {
    return state != 'Z' && state != 'X' && state != 'x';
  }
}
