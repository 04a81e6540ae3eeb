package com.alexandrite.flags.removal;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One example of a removal, written down: what was there, what is there afterwards, or why not.
 *
 * @param name of its file
 * @param kept the variant that stays
 * @param refused {@code file:line: beginning of the reason}; empty when it is not refused
 */
record Golden(
    String name,
    Flag<?> flag,
    String kept,
    SortedMap<String, String> before,
    SortedMap<String, String> after,
    List<String> refused) {
  static final String DEFINITION = "feature-flags/definitions/flags/new-look.yaml";

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  static final Flag<Boolean> BOOLEAN = Flag.bool(0, "new-look", FlagType.RELEASE, Unit.USER, false);

  private static final Flag<String> TEXT =
      new Flag<>(
          0,
          "new-look",
          FlagType.EXPERIMENT,
          Unit.USER,
          List.of(
              new Flag.Variant<>("old", "list"),
              new Flag.Variant<>("cards", "cards"),
              new Flag.Variant<>("map", "map")),
          "old");

  private static final Flag<Double> NUMBER =
      new Flag<>(
          0,
          "new-look",
          FlagType.OPERATIONAL,
          Unit.USER,
          List.of(new Flag.Variant<>("few", 4.0), new Flag.Variant<>("many", 64.0)),
          "few");

  static List<Golden> all() throws IOException {
    List<Golden> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        all.add(of(file.getFileName().toString(), Files.readString(file)));
      }
    }
    return all;
  }

  private static Golden of(String name, String text) {
    TreeMap<String, String> before = new TreeMap<>(Map.of(DEFINITION, "key: new-look\n"));
    TreeMap<String, String> after = new TreeMap<>();
    Set<String> gone = new TreeSet<>(Set.of(DEFINITION));
    List<String> refused = new ArrayList<>();
    List<String> parts = List.of(text.split("(?m)^=== ", -1));
    for (String part : parts.subList(1, parts.size())) {
      List<String> head = words(part.lines().findFirst().orElse(""));
      String body = part.substring(part.indexOf('\n') + 1);
      switch (head.getFirst()) {
        case "before" -> before.put(head.getLast(), body);
        case "after" -> after.put(head.getLast(), body);
        case "gone" -> gone.add(head.getLast());
        default -> body.lines().forEach(refused::add);
      }
    }
    before.forEach((path, was) -> after.putIfAbsent(path, was));
    after.keySet().removeAll(gone);
    List<String> flag = words(parts.getFirst());
    return new Golden(name, flag(flag.getFirst()), flag.getLast(), before, after, refused);
  }

  private static List<String> words(String line) {
    return List.of(line.strip().split(" ", -1));
  }

  private static Flag<?> flag(String kind) {
    return switch (kind) {
      case "boolean" -> BOOLEAN;
      case "text" -> TEXT;
      case "number" -> NUMBER;
      default -> throw new IllegalArgumentException(kind);
    };
  }

  FinishedFlag finished() {
    return new FinishedFlag(flag, kept, DEFINITION);
  }

  @Override
  public String toString() {
    return name;
  }
}
