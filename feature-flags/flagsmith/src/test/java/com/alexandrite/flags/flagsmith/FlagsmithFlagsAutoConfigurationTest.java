package com.alexandrite.flags.flagsmith;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.FlagProvider;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.testing.contract.ContractFlags;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Which settings choose the provider. */
class FlagsmithFlagsAutoConfigurationTest {
  private static final String URL = "alexandrite.flags.url=http://127.0.0.1:1/api/v1/";
  private static final String KEY = "alexandrite.flags.key=ser.right";

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(FlagsmithFlagsAutoConfiguration.class))
          .withBean(LiveFlags.class, () -> new LiveFlags(ContractFlags.ALL, false));

  @Test
  void isChosenByNameAndStartsWithoutItsSource() {
    application
        .withPropertyValues("alexandrite.flags.provider=flagsmith", URL, KEY)
        .run(context ->
            assertThat(context.getBean(FlagProvider.class).name()).isEqualTo("flagsmith"));
  }

  @Test
  void isChosenByAnAddress() {
    application
        .withPropertyValues(URL, KEY)
        .run(context -> assertThat(context).hasSingleBean(FlagProvider.class));
  }

  @Test
  void isNotChosenWithoutASetting() {
    application.run(context -> assertThat(context).doesNotHaveBean(FlagProvider.class));
  }

  @Test
  void isNotChosenBesideTheOther() {
    application
        .withPropertyValues("alexandrite.flags.provider=togglz", URL, KEY)
        .run(context -> assertThat(context).doesNotHaveBean(FlagProvider.class));
  }

  @Test
  void saysWhichSettingIsMissing() {
    application
        .withPropertyValues("alexandrite.flags.provider=flagsmith", KEY)
        .run(context ->
            assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("alexandrite.flags.url is not set"));
  }
}
