package com.alexandrite.rollouts.engine.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Short names for content: FNV-1a over a canonical text, written without vowels so that no word
 * appears.
 */
final class ContentHash {

  private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final int LENGTH = 10;

  private ContentHash() {}

  static String of(Object content) {
    StringBuilder canonical = new StringBuilder();
    write(content, canonical);
    long hash = OFFSET;
    for (int i = 0; i < canonical.length(); i++) {
      hash = (hash ^ canonical.charAt(i)) * PRIME;
    }
    return encode(hash);
  }

  private static String encode(long hash) {
    StringBuilder name = new StringBuilder();
    long rest = hash;
    for (int i = 0; i < LENGTH; i++) {
      name.append(ALPHABET.charAt((int) Long.remainderUnsigned(rest, ALPHABET.length())));
      rest = Long.divideUnsigned(rest, ALPHABET.length());
    }
    return name.toString();
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    switch (value) {
      case Map<?, ?> map -> {
        out.append('{');
        new TreeMap<>(Data.map(map))
            .forEach((key, entry) -> {
              out.append(key).append('=');
              write(entry, out);
            });
        out.append('}');
      }
      case List<?> list -> {
        out.append('[');
        list.forEach(entry -> write(entry, out));
        out.append(']');
      }
      case String text -> out.append('"').append(text).append('"');
      case null, default -> out.append(value).append(';');
    }
  }
}
