package com.alexandrite.flags.definitions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a branch says about the flags of its preview: {@code flags: {express-delivery: on}}. A value
 * is {@code off}, {@code on} or the name of a variant.
 */
public final class PreviewFile {
  /** From the top of a checkout. */
  public static final String PATH = "feature-flags/preview.yaml";

  private static final String OFF = "off";
  private static final String ON = "on";

  private PreviewFile() {}

  /**
   * What came of reading.
   *
   * @param variants by key of the flag: the variant that everybody shall have, or {@code off}
   */
  public record Reading(Map<String, String> variants, List<Mistake> mistakes) {
    /** Copies both. */
    public Reading {
      variants = Map.copyOf(variants);
      mistakes = List.copyOf(mistakes);
    }
  }

  /**
   * Reads and checks the file of a checkout; one that is not there says nothing.
   *
   * @param flags those that the checkout defines
   * @throws IOException when the file cannot be read
   */
  public static Reading read(Path checkout, FlagDefinitions flags) throws IOException {
    Path file = checkout.resolve(PATH);
    return Files.exists(file)
        ? read(Files.readString(file), flags)
        : new Reading(Map.of(), List.of());
  }

  static Reading read(String text, FlagDefinitions flags) {
    List<Mistake> mistakes = new ArrayList<>();
    Map<String, String> variants = new TreeMap<>();
    Fields fields = new Yaml(new DefinitionFile(PATH, text), mistakes).fields();
    if (fields != null) {
      Fields wanted = fields.map("flags");
      fields.end();
      if (wanted == null) {
        fields.mistake("flags", "is missing", "Write flags: {KEY: on} or remove the file");
      } else {
        wanted.names().forEach(key -> take(key, wanted, flags, variants));
      }
    }
    return new Reading(variants, mistakes);
  }

  private static void take(
      String key, Fields wanted, FlagDefinitions flags, Map<String, String> variants) {
    Optional<FlagDefinition> flag =
        flags.flags().stream().filter(one -> one.key().equals(key)).findFirst();
    if (flag.isEmpty()) {
      wanted.mistake(
          key, "is no flag of this branch", "Check the spelling: see " + DefinitionFolder.PATH);
      return;
    }
    List<String> names = flag.get().variants().stream().map(one -> one.name()).toList();
    String advice = "Write off or one of " + String.join(", ", names);
    String value = wanted.text(key, advice);
    if (value.equals(OFF) || names.contains(value)) {
      variants.put(key, value);
    } else if (value.equals(ON) && names.size() == 2) {
      variants.put(key, names.getLast());
    } else if (!value.isEmpty()) {
      wanted.mistake(key, "is \"" + value + "\", which is none of its variants", advice);
    }
  }

  /** All mistakes, each in a line of its own. */
  public static String lines(List<Mistake> mistakes) {
    return mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n"));
  }
}
