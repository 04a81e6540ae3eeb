package com.alexandrite.preview.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.environment.haproxy.HaproxyUnavailable;
import com.alexandrite.preview.PreviewName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewRoutesIT {

  private static final PreviewName RINGS = new PreviewName("feature-rings");
  private static final String SHOP = PreviewRoutes.host(RINGS, "shop");
  private static final String OTHER = PreviewRoutes.host(new PreviewName("gold"), "shop");

  private EdgeRig edge;
  private PreviewRoutes routes;
  private TinySite rings;
  private TinySite gold;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    edge = new EdgeRig(folder.resolve("a home"));
    routes = edge.routes();
    rings = new TinySite("rings");
    gold = new TinySite("gold");
  }

  @AfterEach
  void stop() {
    edge.close();
    rings.close();
    gold.close();
  }

  @Test
  void routesComeAndGoInTheRunningProcess() throws IOException {
    long pid = edge.pid();

    routes.put(SHOP, rings.port());
    routes.put(SHOP, rings.port());
    routes.put(OTHER, gold.port());
    assertThat(routes.all()).isEqualTo(Map.of(SHOP, rings.port(), OTHER, gold.port()));
    assertThat(edge.ask(SHOP).by()).isEqualTo("rings");
    assertThat(edge.ask(OTHER).by()).isEqualTo("gold");

    routes.removeAll(RINGS);
    routes.removeAll(RINGS);
    assertThat(routes.all()).containsOnlyKeys(OTHER);
    routes.remove(OTHER);
    routes.remove(OTHER);
    assertThat(routes.all()).isEmpty();
    assertThat(edge.pid()).isEqualTo(pid);
  }

  @Test
  void anotherPortIsTakenUnderLoadWithoutAFailedRequest() throws Exception {
    routes.put(SHOP, rings.port());
    var running = new AtomicBoolean(true);
    Queue<EdgeRig.Answer> answers = new ConcurrentLinkedQueue<>();
    List<Future<?>> ends = new ArrayList<>();
    try (var customers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int customer = 0; customer < 8; customer++) {
        ends.add(
            customers.submit(() -> {
              while (running.get()) {
                answers.add(edge.ask(SHOP));
              }
              return null;
            }));
      }
      for (int swap = 0; swap < 50; swap++) {
        routes.put(SHOP, swap % 2 == 0 ? gold.port() : rings.port());
        // What is asked after the call reaches the new port.
        assertThat(edge.ask(SHOP).by()).isEqualTo(swap % 2 == 0 ? "gold" : "rings");
      }
      running.set(false);
      for (Future<?> end : ends) {
        end.get();
      }
    }

    assertThat(answers).hasSizeGreaterThan(50).allMatch(answer -> answer.status() == 200);
  }

  @Test
  void aRestartedProxyKnowsTheRoutes() throws IOException {
    routes.put(SHOP, rings.port());
    edge.kill();
    assertThatThrownBy(routes::all).isInstanceOf(HaproxyUnavailable.class);
    assertThatThrownBy(() -> routes.put(OTHER, gold.port())).isInstanceOf(HaproxyUnavailable.class);

    edge.restart();

    assertThat(routes.all()).isEqualTo(Map.of(SHOP, rings.port(), OTHER, gold.port()));
    assertThat(edge.ask(OTHER).by()).isEqualTo("gold");
  }

  @Test
  void aRequestIsAUseAndAStreamIsNot() throws IOException {
    routes.put(SHOP, rings.port());
    routes.put(OTHER, gold.port());
    Instant before = Instant.now().minusMillis(2);

    assertThat(edge.ask(OTHER, "Accept: text/event-stream").by()).isEqualTo("gold");
    assertThat(edge.ask(SHOP).by()).isEqualTo("rings");

    assertThat(routes.lastUses()).containsOnlyKeys(RINGS);
    assertThat(routes.lastUses().get(RINGS)).isBetween(before, Instant.now().plusMillis(2));
  }

  @Test
  void theLifeOfPreviewsHearsOfAnEdgeThatIsAway() throws IOException {
    var asked = new EdgeRoutes(routes);
    asked.route(SHOP, rings.port());
    edge.ask(SHOP);
    assertThat(asked.routes()).isEqualTo(Map.of(SHOP, rings.port()));
    assertThat(asked.lastUses()).containsOnlyKeys(RINGS);

    edge.kill();

    assertThatThrownBy(() -> asked.unroute(SHOP))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not answer");
    edge.restart();
    assertThat(asked.routes()).isEmpty();
  }

  @Test
  void onlyHostsOfPreviewsAreRouted() {
    for (String host :
        new String[] {"shop.localhost", "a b.c.localhost", "shop.x.localhost;quit"}) {
      assertThatThrownBy(() -> routes.put(host, 1)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
