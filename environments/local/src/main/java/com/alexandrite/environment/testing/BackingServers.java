package com.alexandrite.environment.testing;

import com.alexandrite.environment.local.PostgresAdmin;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * JUnit extension that gives a test class real servers with a space of its own in each: a fresh
 * database, virtual host and bucket.
 *
 * <pre>{@code
 * @RegisterExtension static final BackingServers servers = BackingServers.postgres().rabbit().s3();
 *
 * @DynamicPropertySource
 * static void properties(DynamicPropertyRegistry registry) {
 *   servers.springProperties().forEach((key, value) -> registry.add(key, () -> value));
 * }
 * }</pre>
 *
 * <p>The servers start once per JVM in a temporary home and end with it. When the environment
 * variable ALEXANDRITE_TEST_HOME names a folder, they live there, are shared by all test JVMs that
 * name it, and go on running.
 */
public final class BackingServers implements BeforeAllCallback, AfterAllCallback {

  private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
  private final String space;
  private final String secret = randomHex();
  private @Nullable TestServers servers;

  /** The servers to choose from. */
  enum Kind {
    POSTGRES,
    RABBIT,
    REDIS,
    S3
  }

  private BackingServers() {
    this.space = "test_" + randomHex();
  }

  /** No server yet; choose by the methods. */
  public static BackingServers none() {
    return new BackingServers();
  }

  /** PostgreSQL; more may follow. */
  public static BackingServers postgres() {
    return none().with(Kind.POSTGRES);
  }

  /** And RabbitMQ. */
  public BackingServers rabbit() {
    return with(Kind.RABBIT);
  }

  /** And Redis. */
  public BackingServers redis() {
    return with(Kind.REDIS);
  }

  /** And S3. */
  public BackingServers s3() {
    return with(Kind.S3);
  }

  private BackingServers with(Kind kind) {
    kinds.add(kind);
    return this;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    running();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    TestServers started = servers;
    if (started != null) {
      started.release(kinds, space);
      servers = null;
    }
  }

  /** Whoever may make databases and roles on the server; drop what you make. */
  public PostgresAdmin postgresAdmin() {
    return running().postgres().admin();
  }

  /** JDBC address of the test's own database. */
  public String jdbcUrl() {
    return running().postgres().admin().jdbcUrl(space);
  }

  /** Owner of the test's database. */
  public String databaseUser() {
    return space;
  }

  /** The owner's password. */
  public String databasePassword() {
    return secret;
  }

  /** RabbitMQ's AMQP port on 127.0.0.1. */
  public int rabbitPort() {
    return running().rabbit().port();
  }

  /** A user who may do everything in the test's virtual host. */
  public String rabbitUser() {
    return running().rabbit().admin().user();
  }

  /** That user's password. */
  public String rabbitPassword() {
    return running().rabbit().admin().password();
  }

  /** The test's own virtual host. */
  public String rabbitVhost() {
    return space;
  }

  /** Address of Redis with the password; one database for all: use keys of your own. */
  public String redisUrl() {
    return running().redis().url();
  }

  /** Address of the S3 server. */
  public String s3Endpoint() {
    return running().s3().endpoint();
  }

  /** Access key of the S3 account. */
  public String s3AccessKey() {
    return running().s3().accessKey();
  }

  /** Secret key of the S3 account. */
  public String s3SecretKey() {
    return running().s3().secretKey();
  }

  /** The test's own bucket. */
  public String s3Bucket() {
    return space.replace('_', '-');
  }

  /** Everything chosen, as the environment variables that a service is configured with. */
  public Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    springProperties()
        .forEach((key, value) ->
            variables.put(
                key.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_'), value));
    return variables;
  }

  /** Everything chosen, as properties of a Spring application. */
  public Map<String, String> springProperties() {
    Map<String, String> properties = new LinkedHashMap<>();
    if (kinds.contains(Kind.POSTGRES)) {
      properties.put("spring.datasource.url", jdbcUrl());
      properties.put("spring.datasource.username", databaseUser());
      properties.put("spring.datasource.password", databasePassword());
    }
    if (kinds.contains(Kind.RABBIT)) {
      properties.put("spring.rabbitmq.host", "127.0.0.1");
      properties.put("spring.rabbitmq.port", Integer.toString(rabbitPort()));
      properties.put("spring.rabbitmq.username", rabbitUser());
      properties.put("spring.rabbitmq.password", rabbitPassword());
      properties.put("spring.rabbitmq.virtual-host", rabbitVhost());
    }
    if (kinds.contains(Kind.REDIS)) {
      properties.put("spring.data.redis.url", redisUrl());
    }
    if (kinds.contains(Kind.S3)) {
      properties.put("alexandrite.s3.endpoint", s3Endpoint());
      properties.put("alexandrite.s3.access-key", s3AccessKey());
      properties.put("alexandrite.s3.secret-key", s3SecretKey());
      properties.put("alexandrite.s3.bucket", s3Bucket());
    }
    return properties;
  }

  /**
   * Started at the first question, so that it does not matter whether JUnit or Spring asks first.
   */
  private synchronized TestServers running() {
    TestServers started = servers;
    if (started == null) {
      started = TestServers.shared();
      started.provide(kinds, space, secret);
      servers = started;
    }
    return started;
  }

  private static String randomHex() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}
