package com.alexandrite.rollouts.engine.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Turns YAML text into documents with line numbers. */
final class YamlReader {

  private final ManifestFile file;
  private final List<Refusal> refusals;

  YamlReader(ManifestFile file, List<Refusal> refusals) {
    this.file = file;
    this.refusals = refusals;
  }

  List<ManifestDocument> documents() {
    LoadSettings settings = LoadSettings.builder().setLabel(file.name()).setUseMarks(true).build();
    List<ManifestDocument> documents = new ArrayList<>();
    try {
      for (Node root : new Compose(settings).composeAllFromString(file.text())) {
        document(root).ifPresent(documents::add);
      }
    } catch (MarkedYamlEngineException e) {
      refuse(e.getProblemMark(), "", "is not YAML: " + e.getProblem(), "Correct the syntax");
    } catch (YamlEngineException e) {
      refuse(Optional.empty(), "", "is not YAML: " + e.getMessage(), "Correct the syntax");
    }
    return documents;
  }

  private Optional<ManifestDocument> document(Node root) {
    if (root instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL)) {
      return Optional.empty();
    }
    if (!(root instanceof MappingNode mapping)) {
      refuse(
          root.getStartMark(), "", "is no manifest", "A document is a map with kind and metadata");
      return Optional.empty();
    }
    Map<String, Integer> lines = new LinkedHashMap<>();
    lines.put("", line(root.getStartMark()));
    return Optional.of(new ManifestDocument(file.name(), map(mapping, "", lines), lines));
  }

  private Map<String, Object> map(MappingNode node, String path, Map<String, Integer> lines) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (NodeTuple entry : node.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        refuse(
            entry.getKeyNode().getStartMark(), path, "has a key that is no text", "Write a name");
        continue;
      }
      String name = key.getValue();
      String at = path.isEmpty() ? name : path + "." + name;
      if (lines.containsKey(at)) {
        refuse(key.getStartMark(), at, "is written twice", "Remove one of the two");
      }
      lines.put(at, line(key.getStartMark()));
      Object value = value(entry.getValueNode(), at, lines);
      if (value != null) {
        map.put(name, value);
      }
    }
    return map;
  }

  private @Nullable Object value(Node node, String path, Map<String, Integer> lines) {
    return switch (node) {
      case MappingNode mapping -> map(mapping, path, lines);
      case SequenceNode sequence -> list(sequence, path, lines);
      case ScalarNode scalar -> scalar(scalar);
      default -> null;
    };
  }

  private List<Object> list(SequenceNode node, String path, Map<String, Integer> lines) {
    List<Object> list = new ArrayList<>();
    for (Node element : node.getValue()) {
      String at = path + "[" + list.size() + "]";
      lines.put(at, line(element.getStartMark()));
      Object value = value(element, at, lines);
      list.add(value == null ? "" : value);
    }
    return list;
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
    if (tag.equals(Tag.INT)) {
      return integer(text);
    }
    return tag.equals(Tag.FLOAT) ? (Object) number(text) : text;
  }

  private static double number(String text) {
    return switch (text) {
      case ".nan" -> Double.NaN;
      case ".inf" -> Double.POSITIVE_INFINITY;
      case "-.inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text.replace("_", ""));
    };
  }

  private static Object integer(String text) {
    try {
      long number = Long.parseLong(text);
      return number == (int) number ? (Object) (int) number : (Object) number;
    } catch (NumberFormatException tooLarge) {
      return text;
    }
  }

  private void refuse(Optional<Mark> mark, String path, String problem, String advice) {
    refusals.add(new Refusal(file.name(), line(mark), path, problem, advice));
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(it -> it.getLine() + 1).orElse(0);
  }
}
