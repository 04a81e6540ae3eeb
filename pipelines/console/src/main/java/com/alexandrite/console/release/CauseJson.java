package com.alexandrite.console.release;

import com.alexandrite.console.view.Cause;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A cause as the database keeps it. */
final class CauseJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CauseJson() {}

  static @Nullable String write(@Nullable Cause cause) {
    return cause == null ? null : JSON.writerFor(Cause.class).writeValueAsString(cause);
  }

  static @Nullable Cause read(@Nullable String document) {
    return document == null ? null : JSON.readValue(document, Cause.class);
  }
}
