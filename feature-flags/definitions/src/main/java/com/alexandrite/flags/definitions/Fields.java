package com.alexandrite.flags.definitions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads the fields of one map, notes every mistake with its line, and at {@link #end} every field
 * that nobody asked for. A field with a mistake reads as if it were empty.
 */
final class Fields {
  /** Keys of flags and segments, names of variants and owners. */
  static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private record Entry(int line, Node value) {}

  private final Yaml yaml;
  private final String path;
  private final int line;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();

  Fields(Yaml yaml, Node node, String path) {
    this.yaml = yaml;
    this.path = path;
    this.line = Yaml.line(node);
    if (!(node instanceof MappingNode map)) {
      yaml.mistake(line, named("") + "must be a map", "Write its fields below it");
      return;
    }
    for (NodeTuple entry : map.getValue()) {
      String name = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
      entries.put(name, new Entry(Yaml.line(entry.getKeyNode()), entry.getValueNode()));
    }
  }

  boolean has(String name) {
    return node(name) != null;
  }

  /** The names in the order of the file. */
  List<String> names() {
    return List.copyOf(entries.keySet());
  }

  @Nullable Node node(String name) {
    asked.add(name);
    Entry entry = entries.get(name);
    return entry == null || entry.value().getTag().equals(Tag.NULL) ? null : entry.value();
  }

  /** Where the field stands; where the map begins when there is no such field. */
  int line(String name) {
    Entry entry = entries.get(name);
    return entry == null ? line : entry.line();
  }

  /** A text that must be there. */
  String text(String name, String advice) {
    Node node = node(name);
    if (node == null) {
      mistake(name, "is missing", advice);
      return "";
    }
    if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.STR)) {
      mistake(name, "must be a text", "Put it in quotes");
      return "";
    }
    if (scalar.getValue().isBlank()) {
      mistake(name, "is empty", advice);
    }
    return scalar.getValue().strip();
  }

  /** A text of small letters, digits and dashes. */
  String word(String name, String advice) {
    String text = text(name, advice);
    if (!text.isEmpty() && !WORD.matcher(text).matches()) {
      mistake(name, "is \"" + text + "\"", "Use small letters, digits and single dashes");
      return "";
    }
    return text;
  }

  /** One of a closed set of words; null after a mistake. */
  @Nullable String oneOf(String name, List<String> words) {
    String advice = "Choose one of " + String.join(", ", words);
    String text = text(name, advice);
    if (!text.isEmpty() && !words.contains(text)) {
      mistake(name, "is \"" + text + "\"", advice);
    }
    return words.contains(text) ? text : null;
  }

  /** A list of texts; empty when it is not there. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Node element : elements(name)) {
      if (element instanceof ScalarNode scalar) {
        texts.add(scalar.getValue());
      } else {
        yaml.mistake(Yaml.line(element), named(name) + "must hold texts", "Write words only");
      }
    }
    return texts;
  }

  /** A list of maps; empty when it is not there. */
  List<Fields> maps(String name) {
    List<Fields> maps = new ArrayList<>();
    for (Node element : elements(name)) {
      maps.add(new Fields(yaml, element, at(name) + "[" + (maps.size() + 1) + "]"));
    }
    return maps;
  }

  /** The map below a field, or null when it is not there. */
  @Nullable Fields map(String name) {
    Node node = node(name);
    return node == null ? null : new Fields(yaml, node, at(name));
  }

  private List<Node> elements(String name) {
    Node node = node(name);
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    if (node != null) {
      mistake(name, "must be a list", "Begin each element with a dash");
    }
    return List.of();
  }

  void mistake(String name, String problem, String advice) {
    yaml.mistake(line(name), named(name) + problem, advice);
  }

  /** Notes each field that nobody asked for. */
  void end() {
    for (String name : entries.keySet()) {
      if (!asked.contains(name)) {
        mistake(name, "is not a known field", "Check the spelling and the indentation");
      }
    }
  }

  private String at(String name) {
    return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
  }

  private String named(String name) {
    String at = at(name);
    return at.isEmpty() ? "the file " : at + " ";
  }
}
