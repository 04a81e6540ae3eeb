package com.alexandrite.flags.server.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON, in the database and on their way to instances. */
public final class FlagJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private FlagJson() {}

  /** As text. */
  public static String write(Object value) {
    return JSON.writeValueAsString(value);
  }

  /** As text; null stays null. */
  public static @Nullable String writeNullable(@Nullable Object value) {
    return value == null ? null : write(value);
  }

  /** From text. */
  public static <T> T read(String text, Class<T> type) {
    return JSON.readValue(text, type);
  }

  /** From text; null stays null. */
  public static <T> @Nullable T readNullable(@Nullable String text, Class<T> type) {
    return text == null ? null : read(text, type);
  }

  /** A list from text. */
  public static <T> List<T> readList(String text, Class<T> type) {
    return JSON.readValue(text, JSON.getTypeFactory().constructCollectionType(List.class, type));
  }
}
