package com.alexandrite.kit.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.testing.BackingServers;
import com.rabbitmq.client.ConnectionFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A version in training works on nothing that belongs to the released one. */
class TrainingIT {

  @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit();

  @TempDir private Path folder;

  @Test
  void fillsAnEmptyDatabaseAndLeavesAllWorkAlone() throws Exception {
    assertThat(train("first.log")).isZero();
    UUID fact = appendFact();
    putWork();

    assertThat(train("second.log")).isZero();

    assertThat(facts()).containsExactly(fact);
    assertThat(waitingWork()).isEqualTo(1);
  }

  /** The exit code of a run on the two servers. */
  private int train(String log) throws Exception {
    var builder =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(log).toFile());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> command() {
    Stream<String> settings =
        Stream.concat(
                servers.springProperties().entrySet().stream(),
                Map.of(
                    "alexandrite.training", "true",
                    "spring.context.exit", "onRefresh",
                    "spring.flyway.enabled", "false",
                    "server.port", "0",
                    "management.server.port", "0")
                    .entrySet()
                    .stream())
            .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue());
    Stream<String> java =
        Stream.of(
            ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1");
    Stream<String> program =
        Stream.of("-cp", System.getProperty("java.class.path"), Trained.class.getName());
    return Stream.of(java, settings, program).flatMap(part -> part).toList();
  }

  private static JdbcClient database() {
    return JdbcClient.create(
        new DriverManagerDataSource(
            servers.jdbcUrl(), servers.databaseUser(), servers.databasePassword()));
  }

  private static UUID appendFact() {
    UUID fact = UUID.randomUUID();
    database()
        .sql(
            """
            insert into kit_outbox (event_id, aggregate_id, exchange, type, body)
            values (:fact, :fact, 'test.training', 'fact', '{}')
            """)
        .param("fact", fact)
        .update();
    return fact;
  }

  private static List<UUID> facts() {
    return database()
        .sql("select event_id from kit_outbox")
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  private static void putWork() throws Exception {
    try (var connection = broker().newConnection();
        var channel = connection.createChannel()) {
      channel.queueDeclare(Trained.QUEUE, true, false, false, Map.of());
      channel.basicPublish("", Trained.QUEUE, null, new byte[] {'{', '}'});
    }
  }

  private static long waitingWork() throws Exception {
    try (var connection = broker().newConnection();
        var channel = connection.createChannel()) {
      return channel.messageCount(Trained.QUEUE);
    }
  }

  private static ConnectionFactory broker() {
    var factory = new ConnectionFactory();
    factory.setHost("127.0.0.1");
    factory.setPort(servers.rabbitPort());
    factory.setUsername(servers.rabbitUser());
    factory.setPassword(servers.rabbitPassword());
    factory.setVirtualHost(servers.rabbitVhost());
    return factory;
  }
}
