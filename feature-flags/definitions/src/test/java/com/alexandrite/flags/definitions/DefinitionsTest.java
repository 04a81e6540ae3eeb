package com.alexandrite.flags.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.flags.Flag.Variant;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Operator;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Weighted;
import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.definitions.FlagDefinition.ValueKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
  private static final Path CHECKOUT = Path.of("../..");
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  @Test
  void theFlagsOfThisCheckoutAreGood() throws IOException {
    FlagDefinitions flags = DefinitionFolder.read(CHECKOUT).accepted();
    assertThat(flags.flags()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(flags.flags().stream().map(FlagDefinition::type)).contains(FlagType.values());
    assertThat(flags.flags().stream().map(FlagDefinition::value)).contains(ValueKind.values());
  }

  @Test
  void theJarHoldsTheSame() throws IOException {
    FlagDefinitions flags = DefinitionFolder.read(CHECKOUT).accepted();
    List<String> keys = flags.flags().stream().map(FlagDefinition::key).toList();
    assertThat(DefinitionFolder.bundled(keys)).isEqualTo(flags);
    assertThatThrownBy(() -> DefinitionFolder.bundled(List.of("nowhere")))
        .hasMessageContaining("flags/nowhere.yaml");
  }

  @Test
  void readsEveryField() {
    FlagDefinition flag = Examples.read(Examples.GOOD).accepted().flags().getFirst();
    assertThat(flag.variants())
        .isEqualTo(List.of(new Variant<>("old", 1.0), new Variant<>("new", 2.5)));
    assertThat(flag.value()).isEqualTo(ValueKind.NUMBER);
    assertThat(flag.fallback()).isEqualTo("old");
    assertThat(flag.created()).isEqualTo(LocalDate.of(2026, 11, 25));
    assertThat(flag.expires()).isEqualTo(LocalDate.of(2027, 1, 31));
    assertThat(flag.source().line("expires")).isEqualTo(11);
    assertThat(flag.source().line("environments.production")).isEqualTo(24);
  }

  @Test
  void anEnvironmentBeginsWithItsRulesAndItsDefaultLast() {
    FlagDocument document = Examples.read(Examples.GOOD).accepted().initial("production", NOW);
    assertThat(document.version()).isEqualTo(1);
    assertThat(document.segments()).hasSize(1);
    assertThat(document.flags())
        .containsExactly(
            new FlagState(
                "new-ring",
                true,
                "",
                List.of(
                    new Rule(
                        "staff",
                        List.of(),
                        5_000,
                        List.of(new Weighted("old", 1), new Weighted("new", 3))),
                    new Rule(
                        null,
                        List.of(new Condition("language", Operator.IN, List.of("ru"))),
                        10_000,
                        List.of(new Weighted("new", 1))),
                    Rule.everybody(0, "new"))));
  }

  @Test
  void anotherNameIsAPreviews() {
    FlagDefinitions flags = Examples.read(Examples.GOOD).accepted();
    FlagDocument preview = flags.initial("my-branch", NOW);
    assertThat(preview.environment()).isEqualTo("my-branch");
    assertThat(preview.flags()).isEqualTo(flags.initial("preview", NOW).flags());
    assertThat(preview.flags().getFirst().rules())
        .as("the rule of production and staging is not there")
        .hasSize(2)
        .endsWith(Rule.everybody(10_000, "new"));
  }

  @Test
  void aFlagWithoutVariantsIsOffAndOn() {
    String bare = Examples.GOOD.replaceAll("(?m)^(variants|fallback|rules):.*\\n(( +.*)\\n)*", "");
    FlagDefinition flag = Examples.read(bare).accepted().flags().getFirst();
    assertThat(flag.variants())
        .isEqualTo(List.of(new Variant<>("off", false), new Variant<>("on", true)));
    assertThat(flag.fallback()).isEqualTo("off");
    assertThat(flag.state("staging").rules()).containsExactly(Rule.everybody(1_250, "on"));
  }

  @Test
  void aMapIsAJsonVariant() {
    String json =
        Examples.GOOD
            .replace("value: 1}", "value: {days: 21, \"a \\\"b\\\"\": [true, null, 0.5, ä]}}")
            .replace("value: 2.5", "value: []");
    FlagDefinition flag = Examples.read(json).accepted().flags().getFirst();
    assertThat(flag.value()).isEqualTo(ValueKind.JSON);
    assertThat(flag.variants())
        .isEqualTo(
            List.of(
                new Variant<>("old", "{\"days\":21,\"a \\\"b\\\"\":[true,null,0.5,\"ä\"]}"),
                new Variant<>("new", "[]")));
  }
}
