package com.alexandrite.environment.process;

import java.io.IOException;

/** What the supervisor needs of the operating system. */
interface Machine {

  /**
   * Starts the process as the leader of an own session and process group.
   *
   * @throws IOException when the command cannot be run at all
   */
  ProcessIdentity start(ProcessSpec spec) throws IOException;

  /** Whether exactly this process runs. */
  boolean isAlive(ProcessIdentity process);

  /** Sends a signal, such as {@code TERM}, to this process alone. */
  void signal(ProcessIdentity process, String signal);

  /** Kills whatever is left of the process's group. */
  void killGroup(ProcessIdentity process);

  /** Deletes the temporary files of a process that has ended, whichever way. */
  void deleteTemporaryFiles(ProcessSpec spec);

  /** How the process ended, in words; for an adopted one nobody knows. */
  String describeEnd(ProcessIdentity process);
}
