package com.alexandrite.flags.server.definition;

import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.definitions.DefinitionFolder;
import com.alexandrite.flags.server.definition.FlagDefinition.Initial;
import com.alexandrite.flags.server.definition.FlagDefinition.VariantValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The definition files of a checkout, as the server keeps them. */
public final class DefinitionFiles {
  private DefinitionFiles() {}

  /**
   * Reads all of them.
   *
   * @throws com.alexandrite.flags.definitions.BadDefinitions when one has a mistake
   * @throws IOException when one can't be read
   */
  public static FlagDefinitions read(Path checkout) throws IOException {
    return of(DefinitionFolder.read(checkout).accepted());
  }

  /** Those that were read. */
  public static FlagDefinitions of(com.alexandrite.flags.definitions.FlagDefinitions files) {
    return new FlagDefinitions(
        files.flags().stream().map(DefinitionFiles::definition).toList(), files.segments());
  }

  private static FlagDefinition definition(com.alexandrite.flags.definitions.FlagDefinition file) {
    Map<String, Initial> initial = new TreeMap<>();
    for (String kind : com.alexandrite.flags.definitions.FlagDefinition.ENVIRONMENTS) {
      FlagState state = file.state(kind);
      initial.put(kind, new Initial(state.enabled(), state.rules()));
    }
    return new FlagDefinition(
        file.key(),
        file.description(),
        file.owner(),
        file.type(),
        file.unit(),
        file.variants().stream()
            .map(one -> new VariantValue(one.name(), java.util.Objects.requireNonNull(one.value())))
            .toList(),
        file.fallback(),
        file.created(),
        file.expires(),
        initial);
  }
}
