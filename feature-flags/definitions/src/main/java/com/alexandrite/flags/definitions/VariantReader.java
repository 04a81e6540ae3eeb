package com.alexandrite.flags.definitions;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.Flag.Variant;
import com.alexandrite.flags.definitions.FlagDefinition.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** The variants of a flag: named, of one kind, all different. Without any it is on or off. */
record VariantReader(ValueKind kind, List<Variant<?>> variants) {
  private static final List<Variant<?>> ON_OFF =
      List.of(new Variant<>(Flag.OFF, false), new Variant<>(Flag.ON, true));

  /** A variant as it is written; its value is never null. */
  private record Given(String name, ValueKind kind, Object value) {}

  static VariantReader of(Fields flag) {
    if (!flag.has("variants")) {
      return new VariantReader(ValueKind.BOOLEAN, ON_OFF);
    }
    List<Given> variants = new ArrayList<>();
    for (Fields fields : flag.maps("variants")) {
      Given given = given(fields);
      if (given != null) {
        variants.forEach(before -> refuse(fields, before, given));
        variants.add(given);
      }
    }
    if (variants.size() < 2) {
      flag.mistake(
          "variants", "has fewer than two", "Add one, or leave variants out for on and off");
    }
    return new VariantReader(
        variants.isEmpty() ? ValueKind.BOOLEAN : variants.getFirst().kind(),
        variants.stream().<Variant<?>>map(it -> new Variant<>(it.name(), it.value())).toList());
  }

  private static @Nullable Given given(Fields fields) {
    String name = fields.word("name", "Name the variant");
    Node node = fields.node("value");
    Object value = node == null ? null : Yaml.plain(node);
    fields.end();
    if (value == null) {
      fields.mistake("value", "is missing", "Write a text, a number, or a map for JSON");
      return null;
    }
    ValueKind kind = kindOf(value);
    if (kind == ValueKind.BOOLEAN) {
      fields.mistake("value", "is true or false", "Leave variants out: a flag is on and off then");
    }
    return new Given(name, kind, kind == ValueKind.JSON ? Json.of(value) : value);
  }

  private static void refuse(Fields fields, Given before, Given given) {
    if (before.name().equals(given.name())) {
      fields.mistake("name", "is taken by another variant", "Rename one of them");
    }
    if (before.kind() != given.kind()) {
      fields.mistake("value", "is of another kind than before", "Give all the same kind");
    } else if (before.value().equals(given.value())) {
      fields.mistake("value", "is the same as that of " + before.name(), "Remove one of them");
    }
  }

  private static ValueKind kindOf(Object value) {
    return switch (value) {
      case Boolean _ -> ValueKind.BOOLEAN;
      case Double _ -> ValueKind.NUMBER;
      case List<?> _, Map<?, ?> _ -> ValueKind.JSON;
      default -> ValueKind.STRING;
    };
  }

  List<String> names() {
    return variants.stream().<String>map(Variant::name).toList();
  }

  /** The variant when no document has been seen; the first when nothing is said. */
  String fallback(Fields flag) {
    if (variants.isEmpty() || !flag.has("fallback")) {
      return variants.isEmpty() ? "" : names().getFirst();
    }
    String named = flag.oneOf("fallback", names());
    return named == null ? "" : named;
  }
}
