package com.alexandrite.preview.life;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.process.Phase;
import com.alexandrite.preview.Depth;
import com.alexandrite.preview.PreviewDesk.Request;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewView;
import com.alexandrite.preview.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of previews in a world without servers. */
class LivePreviewsTest {

  private static final PreviewLimits LIMITS = PreviewLimits.within(4L << 30);
  private static final PreviewName RINGS = new PreviewName("feature-rings");

  @TempDir Path home;
  private World world;
  private LivePreviews previews;

  @BeforeEach
  void start() {
    world = new World(home);
    world.heads.put("feature/rings", "r1");
    begin(LIMITS);
  }

  private void begin(PreviewLimits limits) {
    previews = world.console(limits);
    previews.start();
  }

  @AfterEach
  void stop() {
    previews.close();
  }

  private PreviewView create(String... branches) throws PreviewFailure {
    return previews.create(new Request(List.of(branches), null, "dora"));
  }

  private PreviewView view() {
    return previews.find(RINGS.value()).orElseThrow();
  }

  private Problem problem() {
    return requireNonNull(view().problem());
  }

  private void becomes(com.alexandrite.preview.Phase phase) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> {
          world.supervise(Phase.READY);
          assertThat(view().phase()).isEqualTo(phase);
        });
  }

  private void isGone(PreviewName name) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> {
          world.supervise(Phase.READY);
          assertThat(previews.find(name.value())).isEmpty();
        });
  }

  private Set<String> running() {
    return Set.copyOf(
        world.processes().values().stream()
            .map(spec -> spec.name().substring("preview.feature-rings.".length()))
            .toList());
  }

  @Test
  void startsOnlyWhatTheBranchChanged() throws Exception {
    PreviewView made = create("feature/rings");
    assertThat(made.addresses())
        .containsEntry("shop", "http://shop.feature-rings.localhost:8080")
        .containsEntry("api", "http://api.feature-rings.localhost:8080");
    becomes(com.alexandrite.preview.Phase.READY);

    assertThat(running()).containsExactly("shop.rr1");
    assertThat(world.routes.keySet()).containsExactly("shop.feature-rings.localhost");
    Map<String, String> environment =
        requireNonNull(world.processes().get("preview.feature-rings.shop.rr1")).environment();
    assertThat(environment)
        .containsEntry("CONFIGURED", "shop")
        .containsEntry("DATABASE", "pv_ab12_feature-rings_shop")
        .containsEntry("ALEXANDRITE_PREVIEW_BRANCH", "feature/rings")
        .containsEntry("ALEXANDRITE_PREVIEW_ORIGIN", "branch")
        .containsEntry("ALEXANDRITE_PUBLIC_URLS_CRM", "http://crm.feature-rings.localhost:8080");
    assertThat(view().services())
        .extracting(PreviewView.Service::name, PreviewView.Service::state)
        .contains(
            org.assertj.core.groups.Tuple.tuple("shop", "ready"),
            org.assertj.core.groups.Tuple.tuple("crm", "on-demand"));
    assertThat(view().readySeconds()).isNotNull();
  }

  @Test
  void startsEverythingWhenTheDepthIsFull() throws Exception {
    world.depth = Depth.FULL;
    world.changed = Set.copyOf(Product.SERVICES);
    create("feature/rings");
    becomes(com.alexandrite.preview.Phase.READY);
    assertThat(running())
        .containsExactlyInAnyOrder("shop.rr1", "crm.rr1", "mes.rr1", "pricing-worker.rr1");
  }

  @Test
  void makesAllDatabasesFirstWhenAContractChanged() throws Exception {
    world.depth = Depth.OVERLAY_STATE;
    create("feature/rings");
    becomes(com.alexandrite.preview.Phase.READY);
    assertThat(world.servers.getFirst().services.get(RINGS))
        .containsExactlyInAnyOrderElementsOf(Product.SERVICES);
    assertThat(running()).containsExactly("shop.rr1");
  }

  @Test
  void startsAServiceOfTheBaselineWhenAMessageOrAVisitorNeedsIt() throws Exception {
    create("feature/rings");
    becomes(com.alexandrite.preview.Phase.READY);
    world.waiting.add("pricing-worker");
    await()
        .untilAsserted(() -> {
          world.supervise(Phase.READY);
          assertThat(running()).containsExactlyInAnyOrder("shop.rr1", "pricing-worker.b7");
        });
    var crm = CompletableFuture.supplyAsync(() -> awaited("crm"), Thread::startVirtualThread);
    await()
        .untilAsserted(() -> {
          world.supervise(Phase.READY);
          assertThat(crm).isCompletedWithValueMatching(Optional::isPresent);
        });
    assertThat(running()).contains("crm.b7");
  }

  private Optional<Integer> awaited(String service) {
    try {
      return previews.awaitService(RINGS.value(), service, Duration.ofHours(1));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aPushIsSwappedInWithoutLosingTheAddress() throws Exception {
    create("feature/rings");
    becomes(com.alexandrite.preview.Phase.READY);
    int before = requireNonNull(world.routes.get("shop.feature-rings.localhost"));

    world.heads.put("feature/rings", "r2");
    await().untilAsserted(() -> assertThat(running()).contains("shop.rr1", "shop.rr2"));
    assertThat(world.routes).containsEntry("shop.feature-rings.localhost", before);
    becomes(com.alexandrite.preview.Phase.READY);
    await()
        .untilAsserted(() -> {
          world.supervise(Phase.READY);
          assertThat(running()).containsExactly("shop.rr2");
        });
    assertThat(world.routes.get("shop.feature-rings.localhost")).isNotEqualTo(before);
    assertThat(view().revision()).isEqualTo("r2");
  }

  @Test
  void aPushThatDoesNotCompileLeavesTheEarlierRevisionServing() throws Exception {
    create("feature/rings");
    becomes(com.alexandrite.preview.Phase.READY);
    world.broken.add("r2");
    world.heads.put("feature/rings", "r2");
    becomes(com.alexandrite.preview.Phase.FAILED);
    assertThat(problem().code()).isEqualTo("build-failed");
    assertThat(view().message()).contains("r1 goes on serving");
    assertThat(running()).containsExactly("shop.rr1");

    world.heads.put("feature/rings", "r3");
    becomes(com.alexandrite.preview.Phase.READY);
    assertThat(view().revision()).isEqualTo("r3");
  }

  @Test
  void aMigrationThatFailsLeavesNothingHalfMade() throws Exception {
    world.broken.add("migration of r1");
    create("feature/rings");
    becomes(com.alexandrite.preview.Phase.FAILED);
    assertThat(problem().what()).isEqualTo("V2 of shop fails");
    assertThat(world.servers.getFirst().owners).isEmpty();
    assertThat(running()).isEmpty();
  }

  @Test
  void aFullDiskIsNamedLeavesNothingHalfMadeAndIsTriedAgainOnceThereIsRoom() throws Exception {
    world.broken.add("disk");
    create("feature/rings");
    becomes(com.alexandrite.preview.Phase.FAILED);
    assertThat(problem().code()).isEqualTo("disk-full");
    assertThat(problem().what()).contains("could not extend file");
    assertThat(world.servers.getFirst().owners).isEmpty();

    world.broken.clear();
    create("feature/rings");
    becomes(com.alexandrite.preview.Phase.READY);
  }

  @Test
  void aServiceThatDoesNotStartIsNamedAndStopped() throws Exception {
    create("feature/rings");
    await()
        .untilAsserted(() -> {
          world.supervise(Phase.BACKOFF);
          assertThat(view().phase()).isEqualTo(com.alexandrite.preview.Phase.FAILED);
        });
    assertThat(problem().code()).isEqualTo("service-does-not-start");
    assertThat(problem().detail()).contains("log of preview.feature-rings.shop");
    await().untilAsserted(() -> assertThat(running()).isEmpty());
  }

  @Test
  void sleepsWhenNobodyCameAndWakesWithTheFirstRequest() throws Exception {
    create("feature/rings");
    becomes(com.alexandrite.preview.Phase.READY);
    world.forward(Duration.ofMinutes(29));
    world.uses.put(RINGS, world.now);
    await().untilAsserted(() -> assertThat(view().lastUsedAt()).isEqualTo(world.now));
    world.forward(Duration.ofMinutes(29));
    becomes(com.alexandrite.preview.Phase.READY);
    world.forward(Duration.ofMinutes(1));
    becomes(com.alexandrite.preview.Phase.ASLEEP);
    await().untilAsserted(() -> assertThat(running()).isEmpty());
    assertThat(world.routes).isEmpty();
    assertThat(world.servers.getFirst().owners).containsExactly(RINGS);

    previews.visited(RINGS.value(), "shop");
    becomes(com.alexandrite.preview.Phase.READY);
    assertThat(view().wakeSeconds()).isNotNull();
  }

  @Test
  void whatIsWrittenOfAProcessBeforeItSleptIsNotTakenForTheOneThatWakes() throws Exception {
    create("feature/rings");
    becomes(com.alexandrite.preview.Phase.READY);
    previews.sleep(RINGS.value(), "dora");
    await().untilAsserted(() -> assertThat(running()).isEmpty());

    previews.visited(RINGS.value(), "shop");
    await().untilAsserted(() -> assertThat(running()).containsExactly("shop.rr1"));
    assertThat(view().phase()).isEqualTo(com.alexandrite.preview.Phase.WAKING);
    assertThat(world.routes).isEmpty();
    becomes(com.alexandrite.preview.Phase.READY);
    assertThat(world.routes).containsKey("shop.feature-rings.localhost");
  }

  @Test
  void aPinnedPreviewNeitherSleepsNorExpires() throws Exception {
    create("feature/rings");
    previews.pin(RINGS.value(), true, "dora");
    becomes(com.alexandrite.preview.Phase.READY);
    world.forward(Duration.ofDays(30));
    becomes(com.alexandrite.preview.Phase.READY);
    assertThat(view().expiresAt()).isNull();
  }

  @Test
  void goesWithItsBranchOrAfterThreeUnusedDays() throws Exception {
    create("feature/rings");
    becomes(com.alexandrite.preview.Phase.READY);
    world.heads.remove("feature/rings");
    isGone(RINGS);
    assertThat(world.leftovers()).isEmpty();

    world.heads.put("feature/rings", "r1");
    create("feature/rings");
    becomes(com.alexandrite.preview.Phase.READY);
    world.forward(Duration.ofDays(3));
    isGone(RINGS);
    assertThat(world.leftovers()).isEmpty();
  }

  @Test
  void twoBranchesShareOnePreviewAndEqualLettersDoNot() throws Exception {
    world.heads.put("feature-rings", "q1");
    create("feature/rings");
    PreviewView other = create("feature-rings");
    assertThat(other.name()).startsWith("feature-rings-").isNotEqualTo(RINGS.value());
    PreviewView both = create("feature/rings", "main");
    await()
        .untilAsserted(() -> {
          world.supervise(Phase.READY);
          assertThat(previews.find(both.name()).orElseThrow().revision()).isEqualTo("r1-m1");
        });
  }

  @Test
  void anUnknownBranchMakesNothing() {
    assertThatThrownBy(() -> create("feature/ring"))
        .isInstanceOf(PreviewFailure.class)
        .hasMessageContaining("feature/ring");
    assertThat(world.records).isEmpty();
  }

  @Test
  void waitsForMemoryInTheOrderOfComingAndIdleOnesGiveWay() throws Exception {
    previews.close();
    begin(PreviewLimits.within(400L << 20));
    world.heads.put("b", "b1");
    create("feature/rings");
    becomes(com.alexandrite.preview.Phase.READY);
    PreviewView second = create("b");
    await()
        .untilAsserted(
            () -> assertThat(previews.find(second.name()).orElseThrow().queuePlace()).isEqualTo(1));
    world.forward(Duration.ofMinutes(5));
    await()
        .untilAsserted(() -> {
          world.supervise(Phase.READY);
          assertThat(previews.find(second.name()).orElseThrow().phase())
              .isEqualTo(com.alexandrite.preview.Phase.READY);
        });
    assertThat(view().phase()).isEqualTo(com.alexandrite.preview.Phase.ASLEEP);
  }

  @Test
  void saysWhenItCanNeverHaveEnoughMemory() throws Exception {
    previews.close();
    begin(PreviewLimits.within(100L << 20));
    create("feature/rings");
    becomes(com.alexandrite.preview.Phase.FAILED);
    assertThat(problem().code()).isEqualTo("no-memory");
  }

  @Test
  void whatBelongsToNobodyIsRemovedAndCounted() throws Exception {
    previews.close();
    PreviewName nobody = new PreviewName("nobody");
    world.servers.forEach(server -> server.owners.add(nobody));
    world.routes.put("shop.nobody.localhost", 1);
    begin(LIMITS);
    await().untilAsserted(() -> assertThat(previews.orphansRemoved()).isEqualTo(4));
    assertThat(world.leftovers()).isEmpty();
    assertThat(previews.overview().orphans())
        .containsEntry("database", 0)
        .containsEntry("process", 0);
  }

  @Test
  void resetHasTheDataBeginAnew() throws Exception {
    create("feature/rings");
    becomes(com.alexandrite.preview.Phase.READY);
    previews.reset(RINGS.value(), "dora");
    await()
        .untilAsserted(() -> {
          world.supervise(Phase.READY);
          assertThat(world.servers.getFirst().made).hasValue(2);
        });
    becomes(com.alexandrite.preview.Phase.READY);
  }
}
