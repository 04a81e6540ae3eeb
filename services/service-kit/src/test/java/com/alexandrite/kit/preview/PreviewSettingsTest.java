package com.alexandrite.kit.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A process learns its preview from the variables that it is started with. */
class PreviewSettingsTest {

  @Test
  void withoutVariablesItIsTheBaseline() {
    PreviewSettings settings = started(Map.of());

    assertThat(settings.isPreview()).isFalse();
    assertThat(settings.page()).isNull();
    assertThat(settings.shortRevision()).isEmpty();
  }

  @Test
  void variablesTellThePreview() {
    PreviewSettings settings =
        started(
            Map.of(
                "ALEXANDRITE_PREVIEW_NAME", "feature-rings",
                "ALEXANDRITE_PREVIEW_BRANCH", "feature/rings + feature/gold",
                "ALEXANDRITE_PREVIEW_ORIGIN", "branch",
                "ALEXANDRITE_PREVIEW_REVISION", "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d",
                "ALEXANDRITE_PREVIEW_PAGE",
                    "http://console.localhost:8080/previews/feature-rings"));

    assertThat(settings.isPreview()).isTrue();
    assertThat(settings.branch()).isEqualTo("feature/rings + feature/gold");
    assertThat(settings.origin()).isEqualTo(PreviewSettings.Origin.BRANCH);
    assertThat(settings.shortRevision()).isEqualTo("1a2b3c4");
    assertThat(settings.page())
        .isEqualTo(URI.create("http://console.localhost:8080/previews/feature-rings"));
  }

  @Test
  void nameStandsForABranchThatIsNotTold() {
    assertThat(started(Map.of("ALEXANDRITE_PREVIEW_NAME", "rings")).branch()).isEqualTo("rings");
  }

  @ParameterizedTest
  @CsvSource({
    "NAME,Feature/Rings",
    "NAME,-x",
    "REVISION,main",
    "PAGE,javascript:alert(1)",
    "PAGE,/previews",
    "ORIGIN,moon"
  })
  void anotherFormIsRefused(String variable, String value) {
    assertThatThrownBy(() -> started(Map.of("ALEXANDRITE_PREVIEW_" + variable, value)))
        .isInstanceOf(BindException.class);
  }

  private static PreviewSettings started(Map<String, Object> variables) {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new SystemEnvironmentPropertySource("systemEnvironment-test", variables));
    ConfigurationPropertySources.attach(environment);
    return Binder.get(environment).bindOrCreate("alexandrite.preview", PreviewSettings.class);
  }
}
