package com.alexandrite.cli.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the hooks into a clone. What others put there stays as it is.
 *
 * @param folder where git looks for hooks
 */
record HookInstallation(Path folder, HookText text) {
  /** The hooks after which the branch that is checked out is another revision. */
  static final List<String> NAMES = List.of("post-commit", "post-merge", "post-rewrite");

  private static final String SCRIPT = "alexandrite-preview";

  /**
   * What came of it.
   *
   * @param foreign hooks of somebody else, which were left alone
   * @param line what to add to these
   */
  record Result(List<String> installed, List<String> foreign, String line) {}

  Result install() throws IOException {
    Files.createDirectories(folder);
    Path script = folder.resolve(SCRIPT);
    write(script);
    List<String> installed = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    for (String name : NAMES) {
      Path hook = folder.resolve(name);
      if (isOurs(hook)) {
        write(hook);
        installed.add(name);
      } else {
        foreign.add(name);
      }
    }
    return new Result(installed, foreign, HookText.quoted(script.toString()));
  }

  private static boolean isOurs(Path hook) throws IOException {
    return !Files.exists(hook) || Files.readString(hook).contains(HookText.MARK);
  }

  /** Written beside it and moved: git may run the hook at this moment. */
  private void write(Path hook) throws IOException {
    Path fresh = Files.createTempFile(folder, "hook", ".new");
    Files.writeString(fresh, text.afterCommit());
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.move(
        fresh,
        hook,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }
}
