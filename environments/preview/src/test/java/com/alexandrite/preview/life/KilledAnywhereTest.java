package com.alexandrite.preview.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.files.Folders;
import com.alexandrite.environment.process.Phase;
import com.alexandrite.preview.Depth;
import com.alexandrite.preview.PreviewDesk.Request;
import com.alexandrite.preview.PreviewFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The console dies at any call to the outside, again and again; the next one leaks nothing. */
class KilledAnywhereTest {

  private static final PreviewLimits LIMITS = PreviewLimits.within(4L << 30);
  private static final int LIVES = 8;

  @Property(tries = 12)
  void leaksNothingWhereverItIsKilled(@ForAll @IntRange(min = 0, max = 1_000_000) int seed)
      throws IOException {
    Random random = new Random(seed);
    World world = new World(Files.createTempDirectory("killed-anywhere"));
    world.heads.put("a", "a1");
    world.heads.put("b", "b1");
    for (int life = 0; life < LIVES; life++) {
      world.liveFor(-1);
      LivePreviews console = world.console(LIMITS);
      world.liveFor(random.nextInt(80));
      console.start();
      try {
        somethingHappens(world, console, random);
      } catch (World.Killed died) {
        assertThat(world.isDead()).isTrue();
      }
      diesOrRests(world, console);
      console.close();
    }
    everythingIsTakenAway(world);
    Folders.delete(world.home);
  }

  private static void somethingHappens(World world, LivePreviews console, Random random) {
    world.depth = random.nextBoolean() ? Depth.OVERLAY : Depth.OVERLAY_STATE;
    String branch = random.nextBoolean() ? "a" : "b";
    switch (random.nextInt(6)) {
      case 0 -> console.delete(branch, "dora");
      case 1 -> world.heads.put(branch, branch + random.nextInt(100));
      case 2 -> console.reset(branch, "dora");
      case 3 -> world.forward(Duration.ofMinutes(40));
      case 4 -> console.visited(branch, "crm");
      default -> created(console, branch);
    }
    created(console, random.nextBoolean() ? "a" : "b");
  }

  private static void created(LivePreviews console, String branch) {
    try {
      console.create(new Request(List.of(branch), null, "dora"));
    } catch (PreviewFailure beingRemoved) {
      assertThat(beingRemoved.problem().code()).isEqualTo("being-removed");
    }
  }

  /** Lets it go on until the kill strikes, or until nothing moves any more. */
  private static void diesOrRests(World world, LivePreviews console) {
    await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(20))
        .until(() -> {
          world.supervise(Phase.READY);
          return world.isDead()
              || console.overview().previews().stream().allMatch(view -> isAtRest(view.phase()));
        });
  }

  private static boolean isAtRest(com.alexandrite.preview.Phase phase) {
    return Set.of(
            com.alexandrite.preview.Phase.READY,
            com.alexandrite.preview.Phase.ASLEEP,
            com.alexandrite.preview.Phase.FAILED)
        .contains(phase);
  }

  private static void everythingIsTakenAway(World world) {
    world.liveFor(-1);
    try (LivePreviews console = world.console(LIMITS)) {
      console.start();
      console.overview().previews().forEach(view -> console.delete(view.name(), "dora"));
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> {
            world.supervise(Phase.READY);
            assertThat(world.records).isEmpty();
            assertThat(world.leftovers()).isEmpty();
          });
    }
  }
}
