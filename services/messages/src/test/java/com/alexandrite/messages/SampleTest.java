package com.alexandrite.messages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every sample that was ever committed still reads, and is still what is written. */
class SampleTest {

  private final JsonMapper json = JsonMapper.shared();

  @ParameterizedTest
  @EnumSource
  void sampleReadsAndIsWrittenAlike(EventType type) throws IOException {
    JsonNode sample = sampleOf(type);

    OrderEvent event = json.treeToValue(sample, type.recordType());

    assertThat(event.type()).isEqualTo(type);
    assertThat(json.treeToValue(json.valueToTree(event), type.recordType())).isEqualTo(event);
    assertThat(json.valueToTree(event).propertyNames()).isEqualTo(sample.propertyNames());
  }

  @Test
  void unknownPropertyOfNewerSenderIsNoError() throws IOException {
    ObjectNode sample = (ObjectNode) sampleOf(EventType.ORDER_CLOSED);
    sample.put("addedLater", true);

    assertThat(json.treeToValue(sample, OrderClosed.class).facts().version()).isEqualTo(9);
  }

  @ParameterizedTest
  @EnumSource
  void keyLeadsBackToType(EventType type) {
    assertThat(EventType.ofKey(type.key())).contains(type);
  }

  private JsonNode sampleOf(EventType type) throws IOException {
    String name = type.recordType().getSimpleName() + ".json";
    try (InputStream sample = requireNonNull(OrderEvent.class.getResourceAsStream(name), name)) {
      return json.readTree(sample);
    }
  }
}
