package com.alexandrite.flags.definitions;

import com.alexandrite.flags.Flag.Variant;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Segment;
import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.Unit;
import com.alexandrite.flags.definitions.FlagDefinition.ScopedRule;
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

  private @Nullable FlagDefinition flag() {
    String key = key();
    String description = fields.text("description", "Say what changes when the flag is on");
    String owner = fields.word("owner", "Name the team that answers for it");
    String typeWord = fields.oneOf("type", TYPES);
    String unitWord = fields.oneOf("unit", UNITS);
    VariantReader read = VariantReader.of(fields);
    List<Variant<?>> variants = read.variants();
    LocalDate created = created();
    LocalDate expires = expires(typeWord, created);
    RuleReader ruleReader = new RuleReader(read.names(), segments);
    Map<String, Rule> defaults = ruleReader.defaults(fields);
    List<ScopedRule> rules = ruleReader.rules(fields);
    if (typeWord == null || unitWord == null || created == null) {
      return null;
    }
    FlagType type = FlagType.of(typeWord);
    refuseFaultAtBirth(type, defaults);
    return new FlagDefinition(
        key,
        description,
        owner,
        type,
        Unit.of(unitWord),
        read.kind(),
        variants,
        read.fallback(fields),
        created,
        expires,
        defaults,
        rules,
        source());
  }

  private String key() {
    String key = fields.word("key", "Write the name of the file without its ending");
    if (!key.isEmpty() && !(key + ".yaml").equals(fileName())) {
      fields.mistake("key", "is " + key + " in the file " + fileName(), "Name both alike");
    }
    return key;
  }

  private String fileName() {
    String name = yaml.file().name();
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private @Nullable LocalDate created() {
    return date("created", fields.text("created", "Write the day, such as 2026-11-25"));
  }

  /** Null for a flag that lives as long as its capability, and after a mistake. */
  private @Nullable LocalDate expires(@Nullable String type, @Nullable LocalDate created) {
    String text = fields.text("expires", "Write the day by which it is gone, or never");
    if (text.equals("never")) {
      if ("release".equals(type) || "experiment".equals(type)) {
        fields.mistake(
            "expires", "is never, for type " + type, "Write the day by which it is gone");
      }
      return null;
    }
    LocalDate expires = date("expires", text);
    if (expires != null && created != null && !expires.isAfter(created)) {
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
