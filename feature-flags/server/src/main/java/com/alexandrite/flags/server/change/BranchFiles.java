package com.alexandrite.flags.server.change;

import com.alexandrite.flags.definitions.DefinitionFolder;
import com.alexandrite.flags.definitions.Mistake;
import com.alexandrite.flags.definitions.PreviewFile;
import com.alexandrite.flags.server.definition.DefinitionFiles;
import com.alexandrite.flags.server.definition.FlagDefinitions;
import com.alexandrite.flags.server.store.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a branch says about flags, checked.
 *
 * @param variants what everybody in its preview shall have, by key of the flag: a variant's name or
 *     {@code off}
 */
public record BranchFiles(FlagDefinitions definitions, Map<String, String> variants) {

  /** Copies the map. */
  public BranchFiles {
    variants = Map.copyOf(variants);
  }

  /**
   * Reads a work tree of the branch.
   *
   * @throws Refused with file and line of every mistake
   */
  public static BranchFiles read(Path checkout) throws IOException {
    var reading = DefinitionFolder.read(checkout);
    refuse(reading.mistakes());
    var file = PreviewFile.read(checkout, reading.definitions());
    refuse(file.mistakes());
    return new BranchFiles(DefinitionFiles.of(reading.definitions()), file.variants());
  }

  private static void refuse(List<Mistake> mistakes) {
    if (!mistakes.isEmpty()) {
      throw Refused.invalid(
          "branch-flags-bad",
          PreviewFile.lines(mistakes),
          "Correct the files in the branch and push again.");
    }
  }
}
