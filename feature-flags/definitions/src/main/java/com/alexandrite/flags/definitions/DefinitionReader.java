package com.alexandrite.flags.definitions;

import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Segment;
import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.Unit;
import com.alexandrite.flags.definitions.FlagDefinition.Source;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads definition files; notes all mistakes of all files. */
final class DefinitionReader {
  private static final List<String> TYPES =
      Stream.of(FlagType.values()).map(FlagType::word).toList();
  private static final List<String> UNITS = Stream.of(Unit.values()).map(Unit::word).toList();

  private final Yaml yaml;
  private final Fields fields;
  private final List<Segment> segments;

  private DefinitionReader(Yaml yaml, Fields fields, List<Segment> segments) {
    this.yaml = yaml;
    this.fields = fields;
    this.segments = segments;
  }

  static FlagDefinitions.Reading read(List<DefinitionFile> files, DefinitionFile segmentFile) {
    List<Mistake> mistakes = new ArrayList<>();
    List<Segment> segments = SegmentReader.read(new Yaml(segmentFile, mistakes));
    List<FlagDefinition> flags = new ArrayList<>();
    for (DefinitionFile file : files) {
      FlagDefinition flag = flag(new Yaml(file, mistakes), segments);
      if (flag != null) {
        flags.add(flag);
      }
    }
    flags.sort(Comparator.comparing(FlagDefinition::key));
    mistakes.sort(Comparator.comparing(Mistake::file).thenComparingInt(Mistake::line));
    return new FlagDefinitions.Reading(new FlagDefinitions(flags, segments), mistakes);
  }

  /** The flag of one file, or null when it has a mistake. */
  private static @Nullable FlagDefinition flag(Yaml yaml, List<Segment> segments) {
    int before = yaml.mistakes();
    Fields fields = yaml.fields();
    if (fields == null) {
      return null;
    }
    FlagDefinition flag = new DefinitionReader(yaml, fields, segments).flag();
    fields.end();
    return yaml.mistakes() == before ? flag : null;
  }

  /** What the fields say; something else stands for what is wrong, since that is refused anyway. */
  private FlagDefinition flag() {
    LocalDate created = created();
    FlagType type = FlagType.of(oneOf("type", TYPES, FlagType.OPERATIONAL.word()));
    VariantReader variants = VariantReader.of(fields);
    RuleReader rules = new RuleReader(variants.names(), segments);
    Map<String, Rule> defaults = rules.defaults(fields);
    refuseFaultAtBirth(type, defaults);
    return new FlagDefinition(
        key(),
        fields.text("description", "Say what changes when the flag is on"),
        fields.word("owner", "Name the team that answers for it"),
        type,
        Unit.of(oneOf("unit", UNITS, Unit.USER.word())),
        variants.kind(),
        variants.variants(),
        variants.fallback(fields),
        created,
        expires(type, created),
        defaults,
        rules.rules(fields),
        source());
  }

  private String oneOf(String name, List<String> words, String otherwise) {
    String word = fields.oneOf(name, words);
    return word == null ? otherwise : word;
  }

  private String key() {
    String key = fields.word("key", "Write the name of the file without its ending");
    String file = yaml.file().lastName();
    if (!key.isEmpty() && !file.equals(key + ".yaml")) {
      fields.mistake("key", "is " + key + " in the file " + file, "Name both alike");
    }
    return key;
  }

  private LocalDate created() {
    String text = fields.text("created", "Write the day, such as 2026-11-25");
    LocalDate created = date("created", text);
    return created == null ? LocalDate.MIN : created;
  }

  /** Null for a flag that lives as long as its capability, and after a mistake. */
  private @Nullable LocalDate expires(FlagType type, LocalDate created) {
    String text = fields.text("expires", "Write the day by which it is gone, or never");
    if (text.equals("never")) {
      if (type == FlagType.RELEASE || type == FlagType.EXPERIMENT) {
        fields.mistake(
            "expires", "is never, for type " + type.word(), "Write the day by which it is gone");
      }
      return null;
    }
    LocalDate expires = date("expires", text);
    if (expires != null && !expires.isAfter(created)) {
      fields.mistake("expires", "is not after created", "Write a later day");
    }
    return expires;
  }

  private @Nullable LocalDate date(String name, String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      fields.mistake(name, "is \"" + text + "\"", "Write a day of the calendar as 2026-11-25");
      return null;
    }
  }

  /** A fault that is on from the start would be found by customers, not by a drill. */
  private void refuseFaultAtBirth(FlagType type, Map<String, Rule> defaults) {
    boolean on = defaults.values().stream().anyMatch(rule -> rule.share() > 0);
    if (type == FlagType.FAULT && (on || fields.has("rules"))) {
      fields.mistake(
          "type", "is fault, and somebody has it", "Begin with percentage: 0 everywhere");
    }
  }

  private Source source() {
    Map<String, Integer> lines = new TreeMap<>();
    fields.names().forEach(name -> lines.put(name, fields.line(name)));
    Fields environments = fields.map("environments");
    if (environments != null) {
      for (String name : environments.names()) {
        lines.put("environments." + name, environments.line(name));
      }
    }
    return new Source(yaml.file().name(), lines);
  }
}
