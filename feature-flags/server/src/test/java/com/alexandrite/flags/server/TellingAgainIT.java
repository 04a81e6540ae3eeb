package com.alexandrite.flags.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.server.environment.Documents;
import com.alexandrite.flags.server.push.TellingAgain;
import com.rabbitmq.client.ConnectionFactory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An instance that reports an older version hears the newest document at once, and once. */
class TellingAgainIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit();
  @RegisterExtension static final BackingServers host = BackingServers.postgres();

  private static FlagRig rig;
  private static int number;

  private String place = "";

  @BeforeAll
  static void start() {
    rig = new FlagRig(servers, host, FlagRig.broker(servers, servers.rabbitPort()));
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @BeforeEach
  void anEnvironmentThatHasChanged() throws Exception {
    place = "again-" + number++;
    rig.post("/api/flag-environments", Map.of("name", place, "from", "local"), 201);
    String kill = "/api/flags/page-layout/environments/" + place + "/kill";
    try (TestInstance witness = instance("witness")) {
      rig.post(kill, Map.of("reason", "test"), 200);
      await().atMost(PATIENCE).until(() -> witness.version() == newest());
    }
  }

  private TestInstance instance(String name) throws Exception {
    var factory = new ConnectionFactory();
    factory.setPort(servers.rabbitPort());
    factory.setUsername(servers.rabbitUser());
    factory.setPassword(servers.rabbitPassword());
    factory.setVirtualHost(servers.rabbitVhost());
    return new TestInstance(name, place, factory);
  }

  private long newest() {
    return rig.bean(Documents.class).newest(place).version();
  }

  @Test
  void oneWithAFreshDatabaseGetsItsStatesWithoutAChange() throws Exception {
    long version = newest();
    try (TestInstance fresh = instance("fresh")) {
      fresh.poll();

      await().atMost(PATIENCE).until(() -> fresh.version() == version);
      assertThat(newest()).as("nothing was changed for it").isEqualTo(version);
    }
  }

  @Test
  void oneThatLosesItsDatabaseGetsThemOnceMore() throws Exception {
    try (TestInstance before = instance("same-name")) {
      before.poll();
      await().atMost(PATIENCE).until(() -> before.version() == newest());
    }
    try (TestInstance after = instance("same-name")) {
      after.poll();

      await().atMost(PATIENCE).until(() -> after.version() == newest());
    }
  }

  @Test
  void oneThatCanNotApplyItIsToldOnce() throws Exception {
    try (TestInstance stuck = instance("stuck")) {
      stuck.appliesNothing();
      stuck.poll();
      await().atMost(PATIENCE).until(() -> stuck.heard() > 0);

      // It has reported its old version again; two more rounds would have told it again.
      await()
          .during(TellingAgain.EVERY.multipliedBy(2))
          .atMost(PATIENCE)
          .until(() -> stuck.heard() == 1);
    }
  }
}
