package com.alexandrite.kit.messaging;

import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fact that arrived.
 *
 * @param type its name, such as {@code price.requested}
 * @param attempt 1 for the first try
 */
public record Delivery(UUID eventId, String type, int attempt, String body, JsonMapper json) {

  /**
   * Reads the body.
   *
   * @throws tools.jackson.core.JacksonException if it is not such a fact; the kit parks it then
   */
  public <T> T as(Class<T> type) {
    return json.readValue(body, type);
  }
}
