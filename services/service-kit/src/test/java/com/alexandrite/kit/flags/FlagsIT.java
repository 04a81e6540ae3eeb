package com.alexandrite.kit.flags;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.Flags;
import com.alexandrite.flags.testing.contract.Door;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.FanoutExchange;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Flags of processes that come and go, with the real broker between them and the server. */
class FlagsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LONG = "1h";

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit();

  @TempDir private Path folder = Path.of("");
  private final Door door;
  private final String environment = "env-" + UUID.randomUUID();
  private final SourceInMemory source = new SourceInMemory(Documents.off(environment, 1));
  private CachingConnectionFactory connections = new CachingConnectionFactory();
  private RabbitTemplate server = new RabbitTemplate();
  private Queue reports = new Queue("");

  FlagsIT() throws IOException {
    door = new Door(servers.rabbitPort());
  }

  @BeforeEach
  void beTheServer() {
    connections = new CachingConnectionFactory("127.0.0.1", servers.rabbitPort());
    connections.setUsername(servers.rabbitUser());
    connections.setPassword(servers.rabbitPassword());
    connections.setVirtualHost(servers.rabbitVhost());
    server = new RabbitTemplate(connections);
    var admin = new RabbitAdmin(connections);
    var applied = new FanoutExchange(FlagBroker.APPLIED, true, false);
    admin.declareExchange(applied);
    admin.declareExchange(new FanoutExchange(FlagBroker.CHANGED, true, false));
    reports = new Queue("reports-" + environment, false, false, false);
    admin.declareQueue(reports);
    admin.declareBinding(BindingBuilder.bind(reports).to(applied));
  }

  @AfterEach
  void leave() throws IOException {
    new RabbitAdmin(connections).deleteQueue(reports.getName());
    connections.destroy();
    door.close();
  }

  @Test
  void pushIsAppliedAndReported() {
    try (var process = start(environment, source, LONG)) {
      awaitReport(1);

      push(Documents.on(environment, 2));

      awaitReport(2);
      assertThat(isOn(process)).isTrue();
    }
  }

  @Test
  void messagesForOthersAndBrokenOnesAreLeftOut() {
    try (var process = start(environment, source, LONG)) {
      awaitReport(1);

      push(Documents.on("elsewhere", 7));
      send("{\"environment\": \"" + environment + "\", \"version\": 9}");
      send("no message at all");
      push(Documents.of(environment, 2, 0));

      awaitReport(2);
      assertThat(isOn(process)).isFalse();
    }
  }

  @Test
  void killWorksWhileTheSourceIsAway() {
    source.set(Documents.on(environment, 1));
    try (var process = start(environment, source, LONG)) {
      awaitReport(1);
      source.goAway();

      push(Documents.off(environment, 2));

      awaitReport(2);
      assertThat(isOn(process)).isFalse();
      assertThat(gauge(process, "flags.source.up")).isZero();
    }
  }

  @Test
  void lastKnownGoodIsInForceWhileTheSourceIsAwayAtTheStart() {
    source.set(Documents.on(environment, 5));
    try (var earlier = start(environment, source, LONG)) {
      await().atMost(PATIENCE).until(() -> isOn(earlier) && !kept().isEmpty());
    }
    source.goAway();

    try (var process = start(environment, source, "100ms")) {
      assertThat(isOn(process)).isTrue();
      assertThat(gauge(process, "flags.document.version")).isEqualTo(5);
      assertThat(gauge(process, "flags.document.age")).isPositive();
      assertThat(process.getBean(ApplicationAvailability.class).getReadinessState())
          .isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);

      source.set(Documents.off(environment, 6));
      source.comeBack();

      await().atMost(PATIENCE).until(() -> !isOn(process));
      assertThat(gauge(process, "flags.source.up")).isEqualTo(1);
    }
  }

  @Test
  void startsWithFallbacksWhenNothingIsKnown() {
    source.goAway();
    door.shut();

    try (var process = start(environment, source, LONG)) {
      assertThat(isOn(process)).isFalse();
      assertThat(gauge(process, "flags.document.version")).isZero();
      assertThat(gauge(process, "flags.document.age")).isNaN();
    }
  }

  @Test
  void pollHealsWhileTheBrokerIsAwayAndPushesAreHeardAfterwards() {
    try (var process = start(environment, source, "200ms")) {
      awaitReport(1);
      door.shut();

      source.set(Documents.on(environment, 2));
      await().atMost(PATIENCE).until(() -> isOn(process));

      door.reopen();
      awaitReport(2);
      push(Documents.off(environment, 3));
      await().atMost(PATIENCE).until(() -> !isOn(process));
    }
  }

  @Test
  void whatWasMissedIsReadAfterTheBrokerIsBack() {
    try (var process = start(environment, source, LONG)) {
      awaitReport(1);
      door.shut();
      source.set(Documents.on(environment, 2));
      door.reopen();

      await().atMost(PATIENCE).until(() -> isOn(process));
    }
  }

  @Test
  void twoEnvironmentsDoNotMix() {
    String other = "other-" + environment;
    var otherSource = new SourceInMemory(Documents.off(other, 1));
    try (var one = start(environment, source, LONG);
        var two = start(other, otherSource, LONG)) {
      awaitReport(environment, 1);
      awaitReport(other, 1);

      push(Documents.on(other, 2));

      awaitReport(other, 2);
      assertThat(isOn(two)).isTrue();
      assertThat(isOn(one)).isFalse();
      await().atMost(PATIENCE).until(() -> kept().size() == 2);
    }
  }

  @Test
  void sourceOfAnotherEnvironmentIsNotBelieved() {
    try (var process = start(environment, new SourceInMemory(Documents.on("x", 1)), "100ms")) {
      await().atMost(PATIENCE).until(() -> gauge(process, "flags.source.up") == 0);
      assertThat(isOn(process)).isFalse();
    }
  }

  private List<Path> kept() throws IOException {
    Path kept = folder.resolve("flags");
    if (!Files.isDirectory(kept)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(kept)) {
      return files.filter(file -> file.getFileName().toString().startsWith("test.")).toList();
    }
  }

  private void push(FlagDocument document) {
    send(
        JsonMapper.shared()
            .writeValueAsString(
                new FlagPush.Changed(
                    document.environment(), document.version(), document.changedAt(), document)));
  }

  private void send(String body) {
    byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    server.send(FlagBroker.CHANGED, "", MessageBuilder.withBody(bytes).build());
  }

  private void awaitReport(long version) {
    awaitReport(environment, version);
  }

  private void awaitReport(String of, long version) {
    await()
        .atMost(PATIENCE)
        .until(() -> {
          Message message =
              requireNonNull(server.receive(reports.getName(), PATIENCE.toMillis()), "no report");
          var report = JsonMapper.shared().readValue(message.getBody(), FlagReports.Applied.class);
          return report.environment().equals(of) && report.version() == version;
        });
  }

  private static boolean isOn(ConfigurableApplicationContext process) {
    return process.getBean(Flags.class).isOn(Documents.SWITCH, EvaluationContext.NOBODY);
  }

  private static double gauge(ConfigurableApplicationContext process, String name) {
    return process.getBean(MeterRegistry.class).get(name).gauge().value();
  }

  private ConfigurableApplicationContext start(String of, SourceInMemory from, String poll) {
    Map<String, Object> properties = new HashMap<>(servers.springProperties());
    properties.put("spring.rabbitmq.port", door.port());
    properties.put("spring.application.name", "test");
    properties.put("spring.main.banner-mode", "off");
    properties.put("alexandrite.flags.environment", of);
    properties.put("alexandrite.flags.folder", folder.toString());
    properties.put("alexandrite.flags.poll", poll);
    return new SpringApplicationBuilder(Service.class)
        .web(WebApplicationType.NONE)
        .initializers(it -> it.getBeanFactory().registerSingleton("source", from))
        .run(
            properties.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new));
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Service {

    @Bean
    FlagCatalogue flagCatalogue() {
      return Documents.CATALOGUE;
    }
  }
}
