package com.alexandrite.mes.workorder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.environment.testing.SessionClient;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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

/** A preview's demo orders, as an operator sees them. */
@DirtiesContext // its servers are gone afterwards
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "alexandrite.accounts.password=secret",
      "alexandrite.warm-up.paths="
    })
class DemoOrdersIT {

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
  void benchAndQueueAreFullAndEachHasAPage() {
    SessionClient oleg = new SessionClient(port).signedInAs("oleg", "secret");

    JsonNode queue = oleg.get("/api/work-orders").body();
    assertThat(oleg.page("/?page=1").text())
        .contains("AX-128", "AX-133", "AX-139")
        .contains("1–" + queue.size() + " of " + queue.size(), queue.size() + " in the queue")
        .contains("hx-get=\"/?page=1&amp;bench=1\"");
    for (String state : List.of("MANUFACTURING_APPROVED", "PACKAGING", "SHIPPED", "CLOSED")) {
      JsonNode list = oleg.get("/api/work-orders?state=" + state).body();
      assertThat(list).as(state).isNotEmpty();
      for (JsonNode work : list) {
        String id = work.path("orderId").asString();
        JsonNode timeline = oleg.get("/api/work-orders/" + id).body().path("timeline");
        assertThat(timeline.get(timeline.size() - 1).path("state").asString()).isEqualTo(state);
        SessionClient.Page page = oleg.page("/work-orders/" + id);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
      }
    }
  }
}
