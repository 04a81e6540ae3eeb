package com.alexandrite.preview.build;

import static com.alexandrite.preview.build.BuildRig.NAME;
import static com.alexandrite.preview.build.BuildRig.said;
import static com.alexandrite.preview.build.BuildRig.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.alexandrite.preview.build.PreviewBuilds.Built;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds that do not come to their end, with real processes. */
class EndedBuildsIT {
  @TempDir private Path temporary;
  private BuildRig rig;

  @BeforeEach
  void aProduct() throws Exception {
    rig = BuildRig.in(temporary.resolve("checkout"));
  }

  @AfterEach
  void nothingIsLeftRunning() {
    assertThat(PreviewBuilds.killStray(rig.home())).isZero();
  }

  @Test
  void an_interrupt_ends_maven_with_its_children_and_what_it_left_is_not_trusted()
      throws Exception {
    String maven = Files.readString(rig.product().repository().folder().resolve("mvnw"));
    rig.push(SmallProduct.HANGING_MAVEN);
    String hanging = rig.push(Map.of(SmallProduct.SHOP, SmallProduct.main("shop", "\"Hi\"")));
    var building = new FutureTask<Built>(() -> rig.build(hanging, null));
    Thread thread = Thread.ofPlatform().start(building);
    await().atMost(Duration.ofSeconds(20)).until(() -> rig.details().contains("The Shop 1/2"));
    assertThat(rig.processes()).hasSizeGreaterThanOrEqualTo(2);

    thread.interrupt();

    assertThat(catchThrowableOfType(ExecutionException.class, building::get))
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(rig.processes()).isEmpty();
    Built after = rig.build(rig.push(Map.of("mvnw", maven)), null);
    assertThat(after.sources().resolve("services/shop/target/classes/Half.class")).doesNotExist();
    assertThat(said(version(after, "shop"))).isEqualTo("Hitrue");
  }

  @Test
  void what_a_killed_jvm_leaves_running_is_found_and_ended() throws Exception {
    rig.push(SmallProduct.HANGING_MAVEN);
    String hanging = rig.push(Map.of(SmallProduct.SHOP, SmallProduct.main("shop", "\"Hi\"")));
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BuildingMain.class.getName(),
                rig.home().toString(),
                rig.product().repository().folder().toString(),
                NAME.value(),
                hanging)
            .redirectErrorStream(true)
            .redirectOutput(temporary.resolve("jvm.log").toFile())
            .start();
    await().atMost(Duration.ofSeconds(30)).until(() -> rig.processes().size() >= 2);

    jvm.destroyForcibly().waitFor();

    assertThat(rig.processes()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(PreviewBuilds.killStray(temporary.resolve("another home"))).isZero();
    assertThat(PreviewBuilds.killStray(rig.home())).isGreaterThanOrEqualTo(2);
    assertThat(rig.processes()).isEmpty();
  }
}
