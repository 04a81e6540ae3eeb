package com.alexandrite.preview.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.preview.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Templates of a baseline with customers: what is in them, and that none is ever half made. */
class TemplatesIT {

  /** Words of the customers' rows that must not be found anywhere; see test resources. */
  private static final List<String> PERSONAL =
      List.of(
          "frieda",
          "zimmer",
          "kurt",
          "quast",
          "Kurt",
          "susi",
          "otto",
          "secret",
          "SECRET",
          "models/",
          "abababab",
          "cdcdcdcd");

  /** Statements that making the first one takes, and a few of the second. */
  private static final int POINTS_OF_ONE_TEMPLATE = 13;

  @RegisterExtension static final TestPlatform platform = new TestPlatform();

  private final Space space = platform.space("templates");

  @BeforeEach
  void begin() throws IOException, InterruptedException {
    platform.databases().templates().ready("shop");
    platform.databases().remove(space.name());
  }

  @Test
  void noValueOfAPersonComesThrough() throws Exception {
    platform.databases().make(space, platform.baselineOnly("shop", "crm", "mes", "pricing-worker"));

    for (String database : Baseline.DATABASES.values()) {
      assertThat(everythingIn(space.database(database)))
          .as(database)
          .isNotEmpty()
          .doesNotContain(PERSONAL);
    }
    assertThat(everythingIn(platform.live("shop"))).contains("frieda");
    assertThat(platform.count(space.database("shop"), "kit_outbox")).isZero();
    assertThat(platform.count(space.database("shop"), "kit_inbox")).isZero();
    assertThat(platform.count(space.database("shop"), "spring_session_attributes")).isZero();
    assertThat(platform.count(space.database("pricing"), "pricing_attempt")).isZero();
  }

  @Test
  void theSameOrderIsTheSameInAllServices() throws Exception {
    platform.databases().make(space, platform.baselineOnly("shop", "crm", "mes", "pricing-worker"));

    String id = "11111111-0000-0000-0000-000000000001";
    String model = "select model_sha256 || ' ' || model_name from orders where id = '" + id + "'";
    String claim = "select (model::json ->> 'sha256') || ' ' || (model::json ->> 'fileName') from ";
    assertThat(one("crm", claim + "orders where id = '" + id + "'"))
        .isEqualTo(one("shop", model))
        .isEqualTo(one("mes", claim + "work_orders where order_id = '" + id + "'"));
    assertThat(one("shop", "select customer from orders where id = '" + id + "'"))
        .isEqualTo(one("crm", "select customer from orders where id = '" + id + "'"))
        .matches("[a-z]+-[0-9a-f]{6}");
    assertThat(one("shop", "select model_key from orders where id = '" + id + "'"))
        .startsWith("demo/");
    assertThat(
            one("pricing", "select model_sha256 from pricing_answer where order_id = '" + id + "'"))
        .isEqualTo(one("shop", "select model_sha256 from orders where id = '" + id + "'"));
  }

  @Test
  void demoOrdersAgreeInAllServices() throws Exception {
    platform.databases().make(space, platform.baselineOnly("shop", "crm", "mes", "pricing-worker"));

    String shop =
        "select string_agg(id || 'AX-' || number || state || version || coalesce(quote, ''), ';'"
            + " order by id) from orders where number < 1000 and version >= 3";
    String crm =
        "select string_agg(id || number || state || version || quote, ';' order by id)"
            + " from orders where number not like 'AX-____'";
    assertThat(one("crm", crm)).isEqualTo(one("shop", shop));
    assertThat(one("mes", "select count(*) || '' from work_orders where number not like 'AX-____'"))
        .isEqualTo(
            one("shop", "select count(*) || '' from orders where number < 1000 and version >= 4"));
    assertThat(one("shop", "select count(distinct state) || '' from orders where number < 1000"))
        .isEqualTo("10");
    assertThat(one("shop", "select max(at)::text from order_transitions where at > now()"))
        .isEmpty();
  }

  @Test
  void aMakerThatDiesAtAnyPointLeavesNothingThatIsUsed() throws Exception {
    List<String> before = templates();
    assertThat(before).hasSize(4);
    List<Instant> made = madeAt();
    for (int point = 0; point < POINTS_OF_ONE_TEMPLATE; point++) {
      Databases dying = platform.databases(new DyingServer(platform.admin(), point));
      assertThatThrownBy(() -> dying.templates().refresh()).hasMessageContaining("killed");
      assertThat(templates()).containsAll(before);
    }
    platform.databases().templates().refresh();

    assertThat(templates()).isEqualTo(before);
    assertThat(madeAt()).doesNotContainAnyElementsOf(made);
  }

  @Test
  void whoClonesTakesAnOldOneAndAFreshOneIsMadeMeanwhile() throws Exception {
    List<Runnable> waiting = new ArrayList<>();
    InstantSource tomorrow = InstantSource.offset(InstantSource.system(), Duration.ofHours(25));
    var databases = new Databases(platform.server(), platform.baseline(), tomorrow, waiting::add);
    List<Instant> made = madeAt();

    databases.make(space, platform.baselineOnly("shop", "crm"));

    assertThat(madeAt()).isEqualTo(made);
    assertThat(waiting).hasSize(1);
    waiting.getFirst().run();
    assertThat(madeAt()).doesNotContainAnyElementsOf(made);
    platform.databases().templates().refresh();
  }

  @Test
  void anotherScriptMakesAnotherTemplate(@TempDir Path sources) throws Exception {
    List<String> before = templates();
    for (String module : List.of("messages", "shop", "crm", "mes", "pricing-worker")) {
      Path scripts = Path.of("services", module, "src/main/resources/db/preview");
      Files.createDirectories(sources.resolve(scripts));
      try (var files = Files.list(platform.baseline().sources().resolve(scripts))) {
        for (Path file : files.toList()) {
          Files.copy(file, sources.resolve(scripts).resolve(file.getFileName()));
        }
      }
    }
    Path seed = sources.resolve("services/mes/src/main/resources/db/preview/seed.sql");
    Files.writeString(seed, Files.readString(seed) + "-- changed\n");

    new Databases(platform.server(), platform.baseline(sources), InstantSource.system(), _ -> {})
        .templates()
        .refresh();

    assertThat(templates())
        .hasSize(4)
        .containsAll(before.stream().filter(it -> !it.contains("_mes_")).toList());
    assertThat(templates()).isNotEqualTo(before);
    platform.databases().templates().refresh();
    assertThat(templates()).isEqualTo(before);
  }

  @Test
  void withoutItsScriptsNothingIsCopied(@TempDir Path empty) {
    var databases =
        new Databases(platform.server(), platform.baseline(empty), InstantSource.system(), _ -> {});

    assertThatThrownBy(() -> databases.templates().refresh())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("shared.sql")
        .hasMessageContaining("anonymous");
  }

  @Test
  void nobodyEntersATemplate() throws Exception {
    for (String template : templates()) {
      assertThatThrownBy(() -> platform.server().runIn(template, "select 1"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("not currently accepting connections");
    }
  }

  private List<String> templates() throws IOException {
    return platform.server().databases(TemplateName.prefix(platform.installation())).stream()
        .filter(name -> TemplateName.parse(name).isPresent())
        .toList();
  }

  private List<Instant> madeAt() throws IOException {
    List<Instant> made = new ArrayList<>();
    for (String template : templates()) {
      made.add(Note.on(template, platform.server()).orElseThrow().madeAt());
    }
    return made;
  }

  private String one(String database, String sql) throws IOException {
    return platform
        .server()
        .askIn(space.database(database), row -> String.valueOf(row.getString(1)), sql)
        .getFirst()
        .replace("null", "");
  }

  private static String everythingIn(String database) throws IOException {
    var text = new StringBuilder();
    List<String> tables =
        platform
            .server()
            .askIn(
                database,
                row -> row.getString(1),
                "select relname from pg_class where relkind = 'r' and relnamespace ="
                    + " 'public'::regnamespace");
    for (String table : tables) {
      platform
          .server()
          .askIn(database, row -> row.getString(1), "select t::text from " + table + " t")
          .forEach(row -> text.append(row).append('\n'));
    }
    return text.toString();
  }
}
