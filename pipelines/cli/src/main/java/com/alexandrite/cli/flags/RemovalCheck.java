package com.alexandrite.cli.flags;

import com.alexandrite.cli.terminal.CommandFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;

/** Says whether the code is still right without the flag. */
@FunctionalInterface
interface RemovalCheck {
  /**
   * Formats, compiles and tests.
   *
   * @param folder a work tree of its own
   * @param changed paths of the files that were changed
   * @throws CommandFailed naming what does not compile or pass
   */
  void pass(Path folder, Collection<String> changed) throws IOException, InterruptedException;
}
