package com.alexandrite.kit.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.Flags;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A preview hears of flags in the platform's virtual host, and may do nothing else there. */
class FlagGuestIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ENVIRONMENT = "preview-rings";
  private static final String REPORTS = "reports";
  private static final String ORDERS = "orders";

  @RegisterExtension static final BackingServers platform = BackingServers.none().rabbit();
  @RegisterExtension static final BackingServers preview = BackingServers.postgres().rabbit();

  private final SourceInMemory source = new SourceInMemory(Documents.off(ENVIRONMENT, 1));
  private FlagGuest guest = new FlagGuest(platform, "", "");

  @BeforeEach
  void invite() throws IOException, InterruptedException, TimeoutException {
    guest = FlagGuest.in(platform);
    onPlatform(channel -> channel.queueDeclare(ORDERS, true, false, false, null));
  }

  @AfterEach
  void leave() throws IOException, InterruptedException, TimeoutException {
    guest.leave();
    onPlatform(channel -> {
      channel.exchangeDelete(FlagBroker.CHANGED);
      channel.exchangeDelete(FlagBroker.APPLIED);
      channel.queueDelete(REPORTS);
    });
  }

  @Test
  void pushIsHeardAndReported() throws IOException, TimeoutException {
    declareExchanges();
    try (var process = start()) {
      awaitReport(1);

      push(Documents.on(ENVIRONMENT, 2));

      awaitReport(2);
      assertThat(isOn(process)).isTrue();
    }
  }

  @Test
  void guestWaitsForExchangesThatItMayNotMake() throws IOException, TimeoutException {
    try (var process = start()) {
      declareExchanges();

      awaitHearing(process);
      push(Documents.on(ENVIRONMENT, 2));

      await().atMost(PATIENCE).until(() -> isOn(process));
    }
  }

  /** What a preview's service could do harm with. */
  enum Harm {
    READ_ORDERS(channel -> channel.basicGet(ORDERS, false)),
    PURGE_ORDERS(channel -> channel.queuePurge(ORDERS)),
    SEND_ORDERS(channel -> {
      channel.basicPublish("", ORDERS, null, new byte[0]);
      channel.queueDeclarePassive(ORDERS);
    }),
    PUSH_FLAGS(channel -> {
      channel.basicPublish(FlagBroker.CHANGED, "", null, new byte[0]);
      channel.queueDeclarePassive(ORDERS);
    }),
    DELETE_FLAGS(channel -> channel.exchangeDelete(FlagBroker.CHANGED)),
    HEAR_REPORTS(
        channel -> channel.queueBind(channel.queueDeclare().getQueue(), FlagBroker.APPLIED, "")),
    MAKE_QUEUES(channel -> channel.queueDeclare("mine", true, false, false, null)),
    MAKE_EXCHANGES(channel -> channel.exchangeDeclare("flags.mine", BuiltinExchangeType.FANOUT)),
    HEAR_ORDERS(
        channel -> channel.queueBind(channel.queueDeclare().getQueue(), "amq.topic", "order.#"));

    @SuppressWarnings("ImmutableEnumChecker") // None of them keeps anything.
    private final Deed deed;

    Harm(Deed deed) {
      this.deed = deed;
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingElseIsPermitted(Harm harm) throws IOException, TimeoutException {
    declareExchanges();
    ConnectionFactory way = way(platform);
    way.setUsername(guest.name());
    way.setPassword(guest.password());

    assertThatThrownBy(() -> on(way, harm.deed))
        .satisfiesAnyOf(
            thrown -> assertThat(thrown).hasMessageContaining("ACCESS_REFUSED"),
            thrown -> assertThat(thrown).hasStackTraceContaining("ACCESS_REFUSED"));
  }

  private static void declareExchanges() throws IOException, TimeoutException {
    onPlatform(channel -> {
      channel.exchangeDeclare(FlagBroker.CHANGED, BuiltinExchangeType.FANOUT, true);
      channel.exchangeDeclare(FlagBroker.APPLIED, BuiltinExchangeType.FANOUT, true);
      channel.queueDeclare(REPORTS, false, false, false, null);
      channel.queueBind(REPORTS, FlagBroker.APPLIED, "");
    });
  }

  private static void push(FlagDocument document) throws IOException, TimeoutException {
    var changed =
        new FlagPush.Changed(
            document.environment(), document.version(), document.changedAt(), document);
    byte[] body = JsonMapper.shared().writeValueAsBytes(changed);
    onPlatform(channel -> channel.basicPublish(FlagBroker.CHANGED, "", null, body));
  }

  private static void awaitReport(long version) throws IOException, TimeoutException {
    onPlatform(channel ->
        await()
            .atMost(PATIENCE)
            .until(() -> {
              var report = channel.basicGet(REPORTS, true);
              return report != null
                  && JsonMapper.shared()
                          .readValue(report.getBody(), FlagReports.Applied.class)
                          .version()
                      == version;
            }));
  }

  private static void awaitHearing(ConfigurableApplicationContext process) {
    await().atMost(PATIENCE).until(process.getBean(FlagPush.class)::hears);
  }

  private static boolean isOn(ConfigurableApplicationContext process) {
    return process.getBean(Flags.class).isOn(Documents.SWITCH, EvaluationContext.NOBODY);
  }

  private ConfigurableApplicationContext start() {
    Map<String, String> properties = new HashMap<>(preview.springProperties());
    properties.put("spring.application.name", "test");
    properties.put("alexandrite.flags.environment", ENVIRONMENT);
    properties.put("alexandrite.flags.poll", "1h");
    properties.put("alexandrite.flags.broker.virtual-host", platform.rabbitVhost());
    properties.put("alexandrite.flags.broker.username", guest.name());
    properties.put("alexandrite.flags.broker.password", guest.password());
    return new SpringApplicationBuilder(FlagsIT.Service.class)
        .web(WebApplicationType.NONE)
        .initializers(it -> it.getBeanFactory().registerSingleton("source", source))
        .run(
            properties.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new));
  }

  /** Something done on a channel. */
  @FunctionalInterface
  interface Deed {
    void doOn(Channel channel) throws IOException;
  }

  private static void onPlatform(Deed deed) throws IOException, TimeoutException {
    on(way(platform), deed);
  }

  private static void on(ConnectionFactory way, Deed deed) throws IOException, TimeoutException {
    try (Connection connection = way.newConnection();
        Channel channel = connection.createChannel()) {
      deed.doOn(channel);
    } catch (ShutdownSignalException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static ConnectionFactory way(BackingServers to) {
    var way = new ConnectionFactory();
    way.setHost("127.0.0.1");
    way.setPort(to.rabbitPort());
    way.setVirtualHost(to.rabbitVhost());
    way.setUsername(to.rabbitUser());
    way.setPassword(to.rabbitPassword());
    return way;
  }
}
