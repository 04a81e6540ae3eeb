package com.alexandrite.shop.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.environment.testing.SessionClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

/** A preview's demo orders, as customers see them. */
@DirtiesContext // its servers are gone afterwards
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "alexandrite.accounts.password=secret",
      "alexandrite.s3.endpoint=http://127.0.0.1:9",
      "alexandrite.s3.access-key=none",
      "alexandrite.s3.secret-key=none",
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
  void eachDemoCustomerFindsOrdersWithPriceAndTimeline() {
    Set<String> states = new HashSet<>();
    for (String customer : List.of("anna", "boris", "greta")) {
      SessionClient client = new SessionClient(port).signedInAs(customer, "secret");
      JsonNode list = client.get("/api/orders").body();
      assertThat(list).hasSize(20);
      assertThat(client.page("/orders").text())
          .contains("1–20 of 20", "hx-get=\"/orders?page=1\"")
          .contains(list.findValuesAsString("orderId"));
      for (JsonNode order : list) {
        states.add(order.path("state").asString());
        check(client, order.path("orderId").asString());
      }
    }
    assertThat(states).hasSize(10);
  }

  private static void check(SessionClient client, String id) {
    JsonNode order = client.get("/api/orders/" + id).body();
    JsonNode last = order.path("timeline").get(order.path("timeline").size() - 1);
    assertThat(last.path("state")).isEqualTo(order.path("state"));
    assertThat(last.path("version")).isEqualTo(order.path("version"));
    if (!order.path("quote").isNull()) {
      BigDecimal sum = BigDecimal.ZERO;
      for (JsonNode line : order.at("/quote/lines")) {
        sum = sum.add(line.at("/amount/amount").decimalValue());
      }
      assertThat(sum).isEqualByComparingTo(order.at("/quote/total/amount").decimalValue());
    }
    SessionClient.Page page = client.page("/orders/" + id);
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    assertThat(page.text()).contains(order.path("number").asString());
  }
}
