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

  static VariantReader of(Fields flag) {
    if (!flag.has("variants")) {
      return new VariantReader(ValueKind.BOOLEAN, ON_OFF);
    }
    List<Variant<?>> variants = new ArrayList<>();
    ValueKind kind = null;
    for (Fields fields : flag.maps("variants")) {
      String name = fields.word("name", "Name the variant");
      Node node = fields.node("value");
      Object value = node == null ? null : Yaml.plain(node);
      fields.end();
      if (value == null) {
        fields.mistake("value", "is missing", "Write a text, a number, or a map for JSON");
        continue;
      }
      ValueKind own = kindOf(value);
      refuse(fields, variants, name, value, kind, own);
      kind = kind == null ? own : kind;
      variants.add(variant(name, own, value));
    }
    if (variants.size() < 2) {
      flag.mistake(
          "variants", "has fewer than two", "Add one, or leave variants out for on and off");
    }
    return new VariantReader(kind == null ? ValueKind.BOOLEAN : kind, variants);
  }

  private static void refuse(
      Fields fields,
      List<Variant<?>> before,
      String name,
      Object value,
      @Nullable ValueKind kind,
      ValueKind own) {
    if (own == ValueKind.BOOLEAN) {
      fields.mistake("value", "is true or false", "Leave variants out: a flag is on and off then");
    } else if (kind != null && kind != own) {
      fields.mistake("value", "is of another kind than the one before", "Give all the same kind");
    }
    Object shown = variant(name, own, value).value();
    for (Variant<?> other : before) {
      if (other.name().equals(name)) {
        fields.mistake("name", "is taken by another variant", "Rename one of them");
      }
      if (other.value().equals(shown)) {
        fields.mistake("value", "is the same as that of " + other.name(), "Remove one of them");
      }
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

  private static Variant<?> variant(String name, ValueKind kind, Object value) {
    return new Variant<>(name, kind == ValueKind.JSON ? Json.of(value) : value);
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
