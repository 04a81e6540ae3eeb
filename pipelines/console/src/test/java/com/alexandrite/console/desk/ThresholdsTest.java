package com.alexandrite.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.console.view.Series.Lines;
import com.alexandrite.console.view.Series.Threshold;
import com.alexandrite.console.words.Sentences;
import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import com.alexandrite.rollouts.engine.manifest.Manifests;
import com.alexandrite.rollouts.engine.model.RolloutState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

/** The limits of the services' own manifests, which compare canary with stable. */
class ThresholdsTest {

  private final RolloutState shop = of("shop");

  @Test
  void theLimitIsAboveWhatStableUsuallyNeeds() {
    Map<String, Threshold> limits = limits(List.of(1000.0, 990.0, 5000.0));

    assertThat(limits.get("errorRate")).extracting(Threshold::value).isEqualTo(0.05);
    assertThat(limits.get("p95Ms")).extracting(Threshold::value).isEqualTo(1500.0);
    assertThat(limits.get("p99Ms")).extracting(Threshold::value).isEqualTo(2000.0);
  }

  @Test
  void aFastStableLeavesRoomForTheFloor() {
    Map<String, Threshold> limits = limits(List.of(100.0));

    assertThat(limits.get("p95Ms")).extracting(Threshold::value).isEqualTo(500.0);
    assertThat(limits.get("p99Ms")).extracting(Threshold::value).isEqualTo(900.0);
  }

  @Test
  void withoutAnyFigureTheFloorIsDrawn() {
    assertThat(limits(List.of()).get("p95Ms")).extracting(Threshold::value).isEqualTo(400.0);
  }

  @Test
  void aWorkerHasTheLimitOfItsJobsAndNoneOfRequests() {
    Map<String, Threshold> limits = limits(of("pricing-worker"), List.of(100.0));

    assertThat(limits).containsOnlyKeys("errorRate");
  }

  private Map<String, Threshold> limits(List<Double> stable) {
    return limits(shop, stable);
  }

  private static Map<String, Threshold> limits(RolloutState state, List<Double> stable) {
    var messages = new StaticMessageSource();
    messages.addMessage("chart.limit", Locale.ENGLISH, "limit");
    List<@Nullable Double> line = new ArrayList<>(stable);
    line.add(null);
    return new Thresholds(new Sentences(messages))
        .of(state, new Lines(line, line, line, line), Locale.ENGLISH);
  }

  private static RolloutState of(String service) {
    List<ManifestFile> read =
        Stream.of(service, "analysis").flatMap(folder -> files(folder).stream()).toList();
    if (Manifests.read(read, Capabilities.LOCAL) instanceof Manifests.Reading.Accepted accepted) {
      return accepted.manifests().initialState();
    }
    throw new IllegalStateException("the manifests of " + service + " are refused");
  }

  private static List<ManifestFile> files(String folder) {
    try (Stream<Path> files = Files.list(manifests().resolve(folder))) {
      return files.sorted().map(ThresholdsTest::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path manifests() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("argo-rollouts/manifests");
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    throw new IllegalStateException("argo-rollouts/manifests is not above here");
  }

  private static ManifestFile read(Path file) {
    try {
      return new ManifestFile(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
