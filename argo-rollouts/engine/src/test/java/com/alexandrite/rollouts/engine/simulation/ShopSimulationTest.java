package com.alexandrite.rollouts.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.manifest.Refusal;
import com.alexandrite.rollouts.engine.manifest.ShopManifests;
import com.alexandrite.rollouts.engine.simulation.script.Script;
import com.alexandrite.rollouts.engine.simulation.script.ScriptReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The published examples: what the Shop's real manifests make of them. */
class ShopSimulationTest {

  private static final Path EXAMPLES = Path.of("..", "simulations");

  /** In the end the new version is the stable one, and no canary has a share. */
  @Test
  void theHealthyVersionIsPromoted() {
    SimulatedRelease release = play("shop-healthy.yaml");

    assertThat(release.outcome()).isEqualTo(Outcome.PROMOTED);
    assertThat(release.seconds()).isEqualTo(79);
    assertThat(release.moments())
        .extracting(Moment::weight)
        .containsSubsequence(0, 10, 25, 50, 75, 0);
  }

  @Test
  void theVersionWithErrorsIsAborted() {
    SimulatedRelease release = play("shop-errors.yaml");

    assertThat(release.outcome()).isEqualTo(Outcome.ABORTED);
    assertThat(release.reason()).contains("\"error-rate\" assessed Failed due to failed (2)");
    assertThat(release.abortedAfter()).isBetween(45L, 56L);
  }

  @Test
  void theRecordedReleaseIsAborted() {
    SimulatedRelease release = play("shop-recorded.yaml");

    assertThat(release.outcome()).isEqualTo(Outcome.ABORTED);
    assertThat(release.reason()).contains("\"latency\" assessed Failed");
  }

  @Test
  void theReadmeShowsAnExampleThatIsThere() throws IOException {
    String example = text("shop-errors.yaml");

    assertThat(Files.readString(EXAMPLES.resolve("../README.md")))
        .contains("```yaml\n" + example.substring(example.indexOf('\n') + 1) + "```");
  }

  private static SimulatedRelease play(String example) {
    ManifestSet shop = ShopManifests.accepted();
    return switch (ScriptReader.read(
        new ManifestFile(example, text(example)), shop, file -> Optional.of(text(file)))) {
      case ScriptReader.Reading.Accepted(Script script) -> Simulator.play(shop, script);
      case ScriptReader.Reading.Refused(List<Refusal> why) ->
          throw new AssertionError(why.toString());
    };
  }

  private static String text(String example) {
    try {
      return Files.readString(EXAMPLES.resolve(example));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
