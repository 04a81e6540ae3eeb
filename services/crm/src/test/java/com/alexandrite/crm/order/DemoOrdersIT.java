package com.alexandrite.crm.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.environment.testing.SessionClient;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A preview's demo orders, as a seller sees them. */
@DirtiesContext // its servers are gone afterwards
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "alexandrite.accounts.password=secret",
      "alexandrite.warm-up.paths="
    })
class DemoOrdersIT {

  private static final Pattern ROW = Pattern.compile("<tr id=\"o-([0-9a-f-]{36})\"");

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit();

  @Autowired private DataSource database;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    servers.springProperties().forEach((key, value) -> registry.add(key, () -> value));
  }

  /** Twice, for what is there already stays as it is. */
  @BeforeEach
  void seed() throws SQLException, IOException {
    for (int time = 0; time < 2; time++) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(script("shared") + script("seed"));
        statement.execute("discard temporary");
      }
    }
  }

  private static String script(String name) throws IOException {
    return new ClassPathResource("db/preview/" + name + ".sql").getContentAsString(UTF_8);
  }

  @Test
  void theInboxShowsThemAndEachHasAPage() {
    SessionClient vera = new SessionClient(port).signedInAs("vera", "secret");

    JsonNode open = vera.get("/api/orders").body();
    assertThat(open).hasSize(34);
    assertThat(vera.get("/api/orders?state=CLOSED").body()).hasSize(18);
    assertThat(vera.page("/").text() + vera.page("/?page=2").text()).contains("AX-152");
    for (JsonNode order : open) {
      String id = order.path("orderId").asString();
      JsonNode timeline = vera.get("/api/orders/" + id).body().path("timeline");
      assertThat(timeline.get(timeline.size() - 1).path("state")).isEqualTo(order.path("state"));
      SessionClient.Page page = vera.page("/orders/" + id);
      assertThat(page.status()).as(page.text()).isEqualTo(200);
      assertThat(page.text()).contains("Value added tax 19 %");
    }
  }

  @Test
  void theInboxIsReadPageByPage() {
    SessionClient vera = new SessionClient(port).signedInAs("vera", "secret");
    List<String> urgent = vera.get("/api/orders").body().findValuesAsString("orderId");

    String first = vera.page("/").text();
    String second = vera.page("/?page=2").text();

    assertThat(rows(first)).isEqualTo(urgent.subList(0, 25));
    assertThat(first).contains("1–25 of 34", "href=\"/?page=2\"", "hx-get=\"/?page=1\"");
    assertThat(first).doesNotContain("rel=\"prev\"");
    assertThat(rows(second)).isEqualTo(urgent.subList(25, 34));
    assertThat(second).contains("26–34 of 34", "href=\"/?page=1\"", "hx-get=\"/?page=2\"");
    assertThat(second).doesNotContain("rel=\"next\"");
    assertThat(rows(vera.page("/?page=9").text())).isEqualTo(rows(second));
    assertThat(vera.page("/?page=nine").status()).isEqualTo(400);
  }

  @Test
  void aFilteredInboxStaysFiltered() {
    SessionClient vera = new SessionClient(port).signedInAs("vera", "secret");
    JsonNode closed = vera.get("/api/orders?state=CLOSED").body();

    String page = vera.page("/?state=CLOSED&page=2").text();

    assertThat(rows(page)).isEqualTo(closed.findValuesAsString("orderId"));
    assertThat(page).contains("1–18 of 18", "hx-get=\"/?state=CLOSED&amp;page=1\"");
    assertThat(closed.findValuesAsString("dueAt").stream().map(Instant::parse))
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  private static List<String> rows(String page) {
    return ROW.matcher(page).results().map(row -> row.group(1)).toList();
  }

  @Test
  void oneThatWaitsIsApproved() {
    SessionClient vera = new SessionClient(port).signedInAs("vera", "secret");
    JsonNode waiting = vera.get("/api/orders?state=PRICE_CALCULATED").body().get(0);

    assertThat(
            vera.post("/api/orders/" + waiting.path("orderId").asString() + "/approve", "")
                .text("state"))
        .isEqualTo("MANUFACTURING_APPROVED");
  }
}
