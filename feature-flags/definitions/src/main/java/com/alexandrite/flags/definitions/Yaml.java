package com.alexandrite.flags.definitions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One file as YAML nodes that know their lines, and the mistakes found in it. */
final class Yaml {
  private static final String SYNTAX = "Correct the syntax";
  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d{1,3})?");

  private final DefinitionFile file;
  private final List<Mistake> mistakes;

  Yaml(DefinitionFile file, List<Mistake> mistakes) {
    this.file = file;
    this.mistakes = mistakes;
  }

  DefinitionFile file() {
    return file;
  }

  void mistake(int line, String problem, String advice) {
    mistakes.add(new Mistake(file.name(), line, problem, advice));
  }

  int mistakes() {
    return mistakes.size();
  }

  /** The fields of the file, or null when it is no YAML map. */
  @Nullable Fields fields() {
    // Composing refuses a key that is written twice only when it constructs, so the check is ours.
    LoadSettings settings = LoadSettings.builder().setLabel(file.name()).setUseMarks(true).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(file.text());
      if (root.isEmpty() || root.get().getTag().equals(Tag.NULL)) {
        mistake(1, "the file is empty", "Write the definition, or remove the file");
        return null;
      }
      refuseTwins(root.get());
      return new Fields(this, root.get(), "");
    } catch (MarkedYamlEngineException e) {
      mistake(line(e.getProblemMark()), "the file is not YAML: " + e.getProblem(), SYNTAX);
    } catch (YamlEngineException e) {
      mistake(1, "the file is not YAML: " + e.getMessage(), SYNTAX);
    }
    return null;
  }

  private void refuseTwins(Node node) {
    if (node instanceof SequenceNode list) {
      list.getValue().forEach(this::refuseTwins);
    }
    if (node instanceof MappingNode map) {
      List<String> seen = new ArrayList<>();
      for (NodeTuple entry : map.getValue()) {
        String name = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
        if (seen.contains(name)) {
          mistake(line(entry.getKeyNode()), name + " is written twice", "Remove one of the two");
        }
        seen.add(name);
        refuseTwins(entry.getValueNode());
      }
    }
  }

  static int line(Node node) {
    return line(node.getStartMark());
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(it -> it.getLine() + 1).orElse(1);
  }

  /** A node as plain data: Boolean, Double, String, List, Map, or null. */
  static @Nullable Object plain(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode list -> list(list);
      case MappingNode map -> map(map);
      default -> null;
    };
  }

  private static List<@Nullable Object> list(SequenceNode node) {
    List<@Nullable Object> list = new ArrayList<>();
    node.getValue().forEach(element -> list.add(plain(element)));
    return list;
  }

  private static Map<String, @Nullable Object> map(MappingNode node) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (NodeTuple entry : node.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode key) {
        map.put(key.getValue(), plain(entry.getValueNode()));
      }
    }
    return map;
  }

  private static @Nullable Object scalar(ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return null;
    }
    if (tag.equals(Tag.BOOL)) {
      return Boolean.valueOf(text);
    }
    return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? number(text) : text;
  }

  /** What YAML counts as a number and JSON does not, such as .inf, is a text here. */
  private static Object number(String text) {
    return JSON_NUMBER.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
  }
}
