package com.alexandrite.flags.server.api;

import com.alexandrite.flags.server.store.Refused;
import org.jspecify.annotations.Nullable;

/** The version that a change was decided upon, from the header If-Match. */
final class IfMatch {
  private IfMatch() {}

  static @Nullable Long version(@Nullable String header) {
    if (header == null || header.isBlank() || header.strip().equals("*")) {
      return null;
    }
    String text = header.strip().replaceFirst("^W/", "").replace("\"", "");
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw Refused.invalid(
          "version-invalid",
          "If-Match holds no version: " + header,
          "Send the ETag that the flag was read with.");
    }
  }
}
