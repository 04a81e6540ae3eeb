package com.alexandrite.cli.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficTest {
  @TempDir Path folder;

  @Test
  void customersOrderAtTheWantedRateAndEachConfirmedOrderIsListed() throws Exception {
    try (FakeShop shop = FakeShop.open()) {
      TrafficReport report = play(shop);
      assertThat(report.running()).isFalse();
      assertThat(report.requests()).isBetween(210L, 390L);
      assertThat(report.failures()).isZero();
      assertThat(report.byVersion()).containsOnlyKeys("7");
      assertThat(report.acceptedOrders()).isPositive();
      assertThat(acceptedLines()).isEqualTo(report.acceptedOrders());
      assertThat(shop.placed()).isGreaterThanOrEqualTo((int) report.acceptedOrders());
    }
  }

  @Test
  void staffBringTheOrdersThroughTheHouseAndAreCountedApart() throws Exception {
    try (FakeShop house = FakeShop.open()) {
      TrafficReport report = play(house);
      assertThat(report.byService()).containsOnlyKeys("crm", "mes");
      assertThat(report.byService().values())
          .allSatisfy(site -> {
            assertThat(site.requests()).isBetween(23L, 67L);
            assertThat(site.failures()).isZero();
            assertThat(site.byVersion()).containsOnlyKeys("7");
          });
      assertThat(house.calls())
          .contains("POST /api/orders/o-1/approve", "POST /api/work-orders/o-1/ship");
    }
  }

  @Test
  void failuresAreCountedForTheVersionThatFailed() throws Exception {
    try (FakeShop shop = FakeShop.failing(10)) {
      TrafficReport report = play(shop);
      assertThat(report.failures()).isPositive().isLessThan(report.requests());
      assertThat(report.byVersion().get("7"))
          .satisfies(seven -> assertThat(seven.failures()).isEqualTo(report.failures()));
      assertThat(report.failuresByAnswer().keySet()).allMatch(what -> what.endsWith(" 500"));
    }
  }

  @Test
  void aClosedShopIsNoVersion() throws Exception {
    FakeShop shop = FakeShop.open();
    shop.close();
    TrafficReport report = play(shop);
    assertThat(report.byVersion()).containsOnlyKeys(Observations.NO_VERSION);
    assertThat(report.failures()).isEqualTo(report.requests());
  }

  private TrafficReport play(FakeShop shop) throws IOException, InterruptedException {
    Traffic traffic = new Traffic(folder, 100, Duration.ofSeconds(3), InstantSource.system());
    traffic.play(shop.port(), "secret");
    return new TrafficFolder(folder).report().orElseThrow();
  }

  private long acceptedLines() throws IOException {
    return Files.readAllLines(folder.resolve("accepted-orders.jsonl")).size();
  }
}
