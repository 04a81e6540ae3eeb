package com.alexandrite.flags;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flag that code may ask for. The constants of all flags are generated from the definitions into
 * {@code Features}, so that a misspelt key does not compile.
 *
 * @param index position in the catalogue that the constant belongs to, 0-based
 * @param key the name in definitions, documents and pages, such as {@code price-breakdown}
 * @param unit whose id chooses the bucket
 * @param variants every answer; the first is the one of a flag that is off
 * @param fallback the variant's name when no document has been seen at all
 * @param owner the team that answers for it; empty when none is named
 */
public record Flag<T>(
    int index,
    String key,
    FlagType type,
    Unit unit,
    List<Variant<T>> variants,
    String fallback,
    String owner) {

  /** Name of a boolean flag's variant {@code true}. */
  public static final String ON = "on";

  /** Name of a boolean flag's variant {@code false}. */
  public static final String OFF = "off";

  /** One answer of a flag. JSON values are texts that hold JSON. */
  public record Variant<T>(String name, T value) {}

  /** Checks that there are at least two variants of different names, the fallback among them. */
  public Flag {
    variants = List.copyOf(variants);
    if (variants.size() < 2) {
      throw new IllegalArgumentException("flag " + key + " needs two variants or more");
    }
    if (variants.stream().map(Variant::name).distinct().count() < variants.size()) {
      throw new IllegalArgumentException("flag " + key + " names two variants alike");
    }
    if (indexOf(variants, fallback) < 0) {
      throw new IllegalArgumentException("flag " + key + " has no variant " + fallback);
    }
  }

  /** One that no team is named for, as tests make them. */
  public Flag(
      int index, String key, FlagType type, Unit unit, List<Variant<T>> variants, String fallback) {
    this(index, key, type, unit, variants, fallback, "");
  }

  /** A flag that is on or off. */
  public static Flag<Boolean> bool(
      int index, String key, FlagType type, Unit unit, boolean fallback) {
    List<Variant<Boolean>> variants = List.of(new Variant<>(OFF, false), new Variant<>(ON, true));
    return new Flag<>(index, key, type, unit, variants, fallback ? ON : OFF);
  }

  /** The variant of a flag that is off. */
  public Variant<T> off() {
    return variants.getFirst();
  }

  /** The variant when no document has been seen. */
  public Variant<T> fallbackVariant() {
    return variants.get(indexOf(fallback));
  }

  /** The variant of that name, or null. */
  public @Nullable Variant<T> variant(String name) {
    int at = indexOf(name);
    return at < 0 ? null : variants.get(at);
  }

  /** Place of the variant of that name; -1 when there is none. */
  public int indexOf(String name) {
    return indexOf(variants, name);
  }

  private static <T> int indexOf(List<Variant<T>> variants, String name) {
    for (int at = 0; at < variants.size(); at++) {
      if (variants.get(at).name().equals(name)) {
        return at;
      }
    }
    return -1;
  }
}
