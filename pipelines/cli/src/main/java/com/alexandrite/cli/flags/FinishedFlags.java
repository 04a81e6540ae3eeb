package com.alexandrite.cli.flags;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.Flag.Variant;
import com.alexandrite.flags.definitions.BadDefinitions;
import com.alexandrite.flags.definitions.DefinitionFolder;
import com.alexandrite.flags.definitions.FlagDefinition;
import com.alexandrite.flags.removal.FinishedFlag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Looks a flag up among the definitions of a checkout. */
final class FinishedFlags {
  private FinishedFlags() {}

  /**
   * The flag and the variant that stays.
   *
   * @throws CommandFailed when there is no such flag or variant, or a definition is wrong
   */
  static FinishedFlag of(Path checkout, String key, String keep) throws IOException {
    List<FlagDefinition> all = definitions(checkout);
    FlagDefinition found =
        all.stream()
            .filter(flag -> flag.key().equals(key))
            .findFirst()
            .orElseThrow(() -> unknown(key, all));
    Flag<?> flag = flag(found);
    if (flag.variant(keep) == null) {
      throw new CommandFailed(
          "The flag " + key + " has no variant " + keep + ".",
          "--keep "
              + found.variants().stream().map(Variant::name).collect(Collectors.joining(", or ")));
    }
    return new FinishedFlag(flag, keep, found.source().file());
  }

  private static List<FlagDefinition> definitions(Path checkout) throws IOException {
    try {
      return DefinitionFolder.read(checkout).accepted().flags();
    } catch (BadDefinitions mistakes) {
      throw new CommandFailed(String.valueOf(mistakes.getMessage()), "./alexandrite flags check");
    }
  }

  private static CommandFailed unknown(String key, List<FlagDefinition> all) {
    return new CommandFailed(
        "There is no flag " + key + ".",
        "take one of " + all.stream().map(FlagDefinition::key).collect(Collectors.joining(", ")));
  }

  private static Flag<?> flag(FlagDefinition flag) {
    List<Variant<Object>> variants =
        flag.variants().stream().map(one -> new Variant<Object>(one.name(), one.value())).toList();
    return new Flag<>(0, flag.key(), flag.type(), flag.unit(), variants, flag.fallback());
  }
}
