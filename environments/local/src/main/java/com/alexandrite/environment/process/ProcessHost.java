package com.alexandrite.environment.process;

import java.util.Map;

/** Something that keeps wanted processes running. */
public interface ProcessHost {

  /** From now on this process shall run; a changed specification of the same name replaces it. */
  void want(ProcessSpec spec);

  /** From now on no process of this name shall run. Unknown names are no error. */
  void unwant(String name);

  /**
   * Everything that is wanted or still ends, by name. A process just wanted may be absent until the
   * host has seen it.
   */
  Map<String, ProcessState> observe();
}
