package com.alexandrite.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.Flags;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.Unit;
import com.alexandrite.flags.flagsmith.FlagsmithProvider;
import com.alexandrite.flags.flagsmith.FlagsmithSettings;
import com.alexandrite.kit.flags.FlagCatalogue;
import com.alexandrite.kit.flags.FlagsAutoConfiguration;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;

/** The part of a service that asks its flags, with its source in a console's flag server. */
record CountingService(ConfigurableApplicationContext process) implements AutoCloseable {
  private static final Flag<Boolean> INTAKE =
      Flag.bool(0, "order-intake", FlagType.KILL_SWITCH, Unit.USER, true);

  /** One in an environment, with a key of its own. */
  static CountingService of(ConsoleRig console, String environment) throws Exception {
    JsonNode key =
        console.post(
            "/api/flag-environments/" + environment + "/keys", Map.of("kind", "server"), 201);
    return new CountingService(
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .run(
                "--spring.main.banner-mode=off",
                "--alexandrite.flags.environment=" + environment,
                "--alexandrite.flags.url=" + console.address().resolve("/api/v1/"),
                "--alexandrite.flags.key=" + key.path("secret").asString(),
                "--alexandrite.flags.poll=100ms"));
  }

  /** Asks so often, once this version is in force. */
  void answer(long version, boolean expected, int times) {
    LiveFlags live = process.getBean(LiveFlags.class);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> live.document().map(FlagDocument::version).orElse(0L) >= version);
    Flags flags = process.getBean(Flags.class);
    for (int time = 0; time < times; time++) {
      assertThat(flags.isOn(INTAKE, EvaluationContext.NOBODY)).isEqualTo(expected);
    }
  }

  @Override
  public void close() {
    process.close();
  }

  /** No configuration to a console that looks for its own. */
  @ImportAutoConfiguration(FlagsAutoConfiguration.class)
  static class Parts {
    @Bean
    FlagCatalogue flagCatalogue() {
      return new FlagCatalogue(List.of(INTAKE));
    }

    @Bean
    FlagsmithProvider flagsmithProvider(
        FlagCatalogue catalogue,
        @Value("${alexandrite.flags.url}") String url,
        @Value("${alexandrite.flags.key}") String key,
        @Value("${alexandrite.flags.environment}") String environment) {
      return new FlagsmithProvider(
          new FlagsmithSettings(url, key, environment), catalogue.flags(), InstantSource.system());
    }
  }
}
