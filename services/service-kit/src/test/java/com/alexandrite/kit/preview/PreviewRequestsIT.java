package com.alexandrite.kit.preview;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.kit.account.AccessRules;
import com.alexandrite.kit.outbox.Outbox;
import com.alexandrite.kit.outbox.OutboxMessage;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** A service of a preview: its answers are signed, and what follows from a request is marked. */
@DirtiesContext // its servers are gone afterwards
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"alexandrite.preview.name=rings", "management.server.port=0"})
class PreviewRequestsIT {

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit();

  private static final HttpClient visitor = HttpClient.newHttpClient();

  @Autowired private MeterRegistry registry;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    servers.springProperties().forEach((key, value) -> registry.add(key, () -> value));
  }

  @Test
  void everyAnswerIsSigned() throws IOException, InterruptedException {
    for (String path :
        new String[] {"/open/outbox", "/open/absent", "/secret", "/kit/tokens.css"}) {
      assertThat(get(path, "a=1").headers().firstValue("X-Alexandrite-Preview"))
          .as(path)
          .contains("rings");
    }
  }

  @Test
  void factsCarryTheBaggageOfTheRequest() throws IOException, InterruptedException {
    assertThat(get("/open/outbox", "a=1;p,preview=other").body()).isEqualTo("preview=rings,a=1;p");
    assertThat(get("/open/outbox", "").body()).isEqualTo("preview=rings");
  }

  @Test
  void callsCarryTheBaggageOfTheRequest() throws IOException, InterruptedException {
    for (String client : new String[] {"rest-client", "rest-template", "java"}) {
      assertThat(get("/open/call?by=" + client, "a=1,preview=other").body())
          .as(client)
          .isEqualTo("preview=rings,a=1");
    }
  }

  @Test
  void figuresNameThePreview() {
    assertThat(registry.get("jvm.memory.used").meter().getId().getTag("preview"))
        .isEqualTo("rings");
  }

  private HttpResponse<String> get(String path, String baggage)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (!baggage.isEmpty()) {
      request.header(Baggage.HEADER, baggage);
    }
    return visitor.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Service {

    @Bean
    AccessRules open() {
      return rules -> rules.requestMatchers("/open/**").permitAll();
    }

    @Bean
    Answers answers(
        Outbox outbox,
        JdbcClient jdbc,
        TransactionTemplate transaction,
        RestClient.Builder restClient,
        RestTemplateBuilder restTemplate,
        PassingOn passingOn) {
      return new Answers(outbox, jdbc, transaction, restClient, restTemplate, passingOn);
    }
  }

  @RestController
  record Answers(
      Outbox outbox,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      RestClient.Builder restClient,
      RestTemplateBuilder restTemplate,
      PassingOn passingOn) {

    /** Appends a fact that no queue wants, and tells what is written with it. */
    @GetMapping("/open/outbox")
    String append() {
      UUID event = UUID.randomUUID();
      return transaction.execute(_ -> {
        outbox.append(new OutboxMessage(event, event, "nowhere", "fact", Map.of()));
        return jdbc.sql("select baggage from kit_outbox where event_id = :event")
            .param("event", event)
            .query(String.class)
            .single();
      });
    }

    @GetMapping("/open/call")
    String call(@RequestParam String by, @RequestHeader String host)
        throws IOException, InterruptedException {
      String echo = "http://" + host + "/open/echo";
      return requireNonNull(
          switch (by) {
            case "rest-client" -> restClient.build().get().uri(echo).retrieve().body(String.class);
            case "rest-template" -> restTemplate.build().getForObject(echo, String.class);
            default ->
                visitor
                    .send(
                        passingOn.with(HttpRequest.newBuilder(URI.create(echo))).build(),
                        HttpResponse.BodyHandlers.ofString())
                    .body();
          });
    }

    @GetMapping("/open/echo")
    String echo(@RequestHeader String baggage) {
      return baggage;
    }
  }
}
