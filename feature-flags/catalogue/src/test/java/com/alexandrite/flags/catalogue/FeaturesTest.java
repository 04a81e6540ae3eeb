package com.alexandrite.flags.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.Unit;
import com.alexandrite.flags.definitions.DefinitionFolder;
import com.alexandrite.flags.definitions.FlagDefinition;
import com.alexandrite.flags.definitions.FlagDefinitions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeaturesTest {
  private static final EvaluationContext ANNA =
      EvaluationContext.of(Unit.USER, "anna").with("role", "customer").with("user", "anna");

  @Test
  void theConstantsAreTheDefinitions() throws IOException {
    FlagDefinitions definitions = DefinitionFolder.read(Path.of("../..")).accepted();
    assertThat(Features.ALL).hasSameSizeAs(definitions.flags());
    for (int at = 0; at < Features.ALL.size(); at++) {
      Flag<?> flag = Features.ALL.get(at);
      FlagDefinition definition = definitions.flags().get(at);
      assertThat(flag.index()).isEqualTo(at);
      assertThat(flag.key()).isEqualTo(definition.key());
      assertThat(flag.type()).isEqualTo(definition.type());
      assertThat(flag.unit()).isEqualTo(definition.unit());
      assertThat(flag.variants()).isEqualTo(definition.variants());
      assertThat(flag.fallback()).isEqualTo(definition.fallback());
      assertThat(flag.owner()).isEqualTo(definition.owner());
    }
  }

  @Test
  void theFirstDocumentAnswersForThem() throws IOException {
    FlagDefinitions definitions =
        DefinitionFolder.bundled(Features.ALL.stream().map(Flag::key).toList());
    LiveFlags flags = new LiveFlags(Features.ALL, true);
    assertThat(flags.isOn(Features.ORDER_INTAKE, EvaluationContext.NOBODY)).isTrue();
    flags.apply(definitions.initial("production", Instant.parse("2026-11-25T10:00:00Z")));
    assertThat(flags.isOn(Features.PRICE_BREAKDOWN, ANNA)).as("a pilot customer").isTrue();
    assertThat(flags.value(Features.EXPRESS_DELIVERY, ANNA)).contains("\"days\":14");
    assertThat(flags.value(Features.PROMISE_DAYS, ANNA)).isEqualTo(21.0);
    assertThat(flags.isOn(Features.FAULT_READINESS, EvaluationContext.NOBODY)).isFalse();
  }
}
