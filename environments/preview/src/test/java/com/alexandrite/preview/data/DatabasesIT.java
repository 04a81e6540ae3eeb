package com.alexandrite.preview.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.environment.local.PostgresAdmin;
import com.alexandrite.preview.Content;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A preview's databases: its own, nobody else's, and gone when it is. */
class DatabasesIT {

  private static final String[] ALL = {"shop", "crm", "mes", "pricing-worker"};

  @RegisterExtension static final TestPlatform platform = new TestPlatform();

  private final Space rings = platform.space("feature-rings");
  private final Space other = platform.space("feature");

  @AfterEach
  void removeAll() throws IOException, InterruptedException {
    platform.databases().remove(rings.name());
    platform.databases().remove(other.name());
  }

  @Test
  void eachServiceGetsTheWayToItsOwnClone() throws Exception {
    platform.databases().make(rings, platform.baselineOnly(ALL));

    for (String service : ALL) {
      Map<String, String> variables = platform.databases().variables(rings, service);
      String clone = rings.database(Baseline.databaseOf(service).orElseThrow());
      assertThat(variables.get("SPRING_DATASOURCE_URL")).endsWith("/" + clone);
      try (var connection =
          platform.connectAs(
              variables.getOrDefault("SPRING_DATASOURCE_USERNAME", ""),
              variables.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""),
              clone)) {
        assertThat(connection.isValid(5)).isTrue();
      }
      assertThat(platform.migrate(service, clone, rings.secret("database"), platform.root()))
          .as("the service itself finds nothing to migrate")
          .isZero();
    }
    assertThat(platform.databases().variables(rings, "console")).isEmpty();
    assertThat(platform.databases().bytes(rings)).isGreaterThan(4_000_000);
    assertThat(platform.databases().bytes(other)).isZero();
  }

  @Test
  void twoPreviewsThatAreMadeAtOnceNeverSeeEachOther() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> made =
          threads.invokeAll(Stream.of(rings, other).map(this::making).toList());
      for (Future<Boolean> each : made) {
        assertThat(each.get()).isTrue();
      }
    }
    assertThat(platform.databases().found()).contains(rings.name(), other.name());

    platform.as(rings, "shop", "delete from order_transitions", "delete from orders");

    assertThat(platform.count(rings.database("shop"), "orders")).isZero();
    assertThat(platform.count(other.database("shop"), "orders")).isEqualTo(62);
    platform.databases().remove(other.name());
    assertThat(platform.databases().found()).containsExactly(rings.name());
  }

  private Callable<Boolean> making(Space space) {
    return () -> {
      platform.databases().make(space, platform.baselineOnly(ALL));
      return true;
    };
  }

  @Test
  void itsRoleOwnsAllInItsCloneAndEntersNoOther() throws Exception {
    platform.databases().make(rings, platform.baselineOnly("shop", "crm"));
    platform.databases().make(other, platform.baselineOnly("shop"));

    platform.as(
        rings,
        "shop",
        "alter table orders add column gift_note text",
        "drop table kit_inbox",
        "create table more (id int)");

    for (String foreign :
        List.of(
            other.database("shop"),
            rings.database("crm"),
            platform.live("shop"),
            platform.live("pricing"))) {
      assertThatThrownBy(() ->
              platform.connectAs(rings.database("shop"), rings.secret("database"), foreign).close())
          .as(foreign)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied for database");
    }
    try (var live = platform.connectAs(platform.live("shop"), "live", platform.live("shop"))) {
      assertThat(live.isValid(5)).as("the baseline's own role still enters").isTrue();
    }
  }

  @Test
  void itsPasswordIsOfNoUseForAnotherPreview() throws Exception {
    platform.databases().make(rings, platform.baselineOnly("shop"));

    assertThatThrownBy(() ->
            platform
                .connectAs(rings.database("shop"), other.secret("database"), rings.database("shop"))
                .close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void madeTwiceItKeepsItsData() throws Exception {
    platform.databases().make(rings, platform.baselineOnly("shop"));
    platform.as(rings, "shop", "delete from order_transitions", "delete from orders");

    platform.databases().make(rings, platform.baselineOnly("shop", "mes"));

    assertThat(platform.count(rings.database("shop"), "orders")).isZero();
    assertThat(platform.count(rings.database("mes"), "work_orders")).isEqualTo(46);
  }

  @Test
  void resetBeginsAgainWithTheBaselinesData() throws Exception {
    Content content = platform.baselineOnly("shop");
    platform.databases().make(rings, content);
    platform.as(rings, "shop", "delete from order_transitions", "delete from orders");

    platform.databases().reset(rings, content);

    assertThat(platform.count(rings.database("shop"), "orders")).isEqualTo(62);
  }

  @Test
  void whoeverIsKilledBetweenTwoStatementsIsFollowedByOneWhoFinishes() throws Exception {
    platform.databases().templates().ready("shop");
    boolean done = false;
    int point = 0;
    for (; !done; point++) {
      try {
        platform
            .databases(new DyingServer(platform.admin(), point))
            .make(rings, platform.baselineOnly("shop"));
        done = true;
      } catch (IOException killed) {
        assertThat(killed).hasMessageContaining("killed");
        platform.databases().make(rings, platform.baselineOnly("shop"));
        assertThat(platform.count(rings.database("shop"), "orders")).isEqualTo(62);
        platform.as(rings, "shop", "alter table orders add column mine text");
        removedInSpiteOf(point);
      }
    }
    assertThat(point).isGreaterThan(6);
  }

  /** Removal may be killed too, and what it left is found by name and goes the next time. */
  private static void removedInSpiteOf(int point) throws IOException, InterruptedException {
    var space = platform.space("feature-rings");
    try {
      platform.databases(new DyingServer(platform.admin(), point % 3)).remove(space.name());
    } catch (IOException killed) {
      assertThat(killed).hasMessageContaining("killed");
    }
    platform.databases().remove(space.name());
    assertThat(platform.databases().found()).doesNotContain(space.name());
    assertThat(platform.server().hasRole(space.database("shop"))).isFalse();
  }

  @Test
  void aConnectedServiceDoesNotKeepItFromGoing() throws Exception {
    platform.databases().make(rings, platform.baselineOnly("shop"));
    String clone = rings.database("shop");

    try (var connection = platform.connectAs(clone, rings.secret("database"), clone)) {
      platform.databases().remove(rings.name());

      assertThat(connection.isValid(5)).isFalse();
    }
    assertThat(platform.server().hasDatabase(clone)).isFalse();
  }

  @Test
  void whoMayNotMakeDatabasesIsToldSoAndNeedsNoMoreThanThat() throws Exception {
    String user = "helper_" + platform.installation();
    String theirs = platform.installation() + "0";
    platform.server().run("CREATE ROLE \"%s\" LOGIN PASSWORD 'pw'".formatted(user));
    PostgresAdmin admin = platform.admin();
    var helper = new PostgresAdmin(admin.host(), admin.port(), user, "pw", admin.database());
    var baseline =
        Baseline.of(theirs, platform.root(), "salt", Set.of(platform.live("crm")), platform::live);
    var databases =
        new Databases(new DatabaseServer(helper), baseline, InstantSource.system(), _ -> {});
    var space = new Space(theirs, rings.name(), "seed");

    assertThatThrownBy(() -> databases.make(space, platform.baselineOnly("shop")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ALTER ROLE \"" + user + "\" CREATEDB CREATEROLE");

    platform.server().run("ALTER ROLE \"%s\" CREATEDB CREATEROLE".formatted(user));
    databases.make(space, platform.baselineOnly("shop"));
    assertThat(platform.count(space.database("shop"), "orders")).isEqualTo(62);
    databases.remove(space.name());
    assertThat(databases.found()).isEmpty();

    platform.server().dropAll(platform.server().databases(TemplateName.prefix(theirs)));
    platform.server().run("DROP ROLE \"%s\"".formatted(TemplateName.owner(theirs)));
    platform.server().run("DROP ROLE \"%s\"".formatted(user));
  }
}
