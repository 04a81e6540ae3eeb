package com.alexandrite.console.page;

import java.util.List;

/**
 * A sentence in the visitor's language.
 *
 * @param key message key
 * @param values what is filled in; numbers are written by the message's own format
 */
record Phrase(String key, List<Object> values) {

  static Phrase of(String key, Object... values) {
    return new Phrase(key, List.of(values));
  }

  /** The values as templates hand them to the message source. */
  public Object[] arguments() {
    return values.toArray();
  }
}
