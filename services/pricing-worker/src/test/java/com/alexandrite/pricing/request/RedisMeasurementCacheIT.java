package com.alexandrite.pricing.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.testing.BackingServers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Spaces that share a Redis: a preview may measure otherwise, and nobody reads its measurements.
 */
class RedisMeasurementCacheIT {

  @RegisterExtension static final BackingServers servers = BackingServers.none().redis();

  private static final MeasuredModel MEASURED = new MeasuredModel.Unusable("not-closed", "why");

  private final String model = UUID.randomUUID().toString();
  private final LettuceConnectionFactory connections =
      new LettuceConnectionFactory(
          LettuceConnectionFactory.createRedisConfiguration(servers.redisUrl()));
  private final StringRedisTemplate redis = new StringRedisTemplate();

  @BeforeEach
  void connect() {
    connections.afterPropertiesSet();
    connections.start();
    redis.setConnectionFactory(connections);
    redis.afterPropertiesSet();
  }

  @AfterEach
  void leave() {
    redis.keys("*" + model).forEach(redis::delete);
    connections.destroy();
  }

  @Test
  void everySpaceRemembersForItself() {
    MeasurementCache rings = cache("preview:1a2b:rings:");
    rings.keep(model, MEASURED);

    assertThat(rings.find(model)).contains(MEASURED);
    assertThat(cache("preview:1a2b:gold:").find(model)).isEmpty();
    assertThat(cache("").find(model)).isEmpty();
    assertThat(redis.keys("*" + model))
        .singleElement()
        .asString()
        .startsWith("preview:1a2b:rings:pricing:measured:");
  }

  private MeasurementCache cache(String space) {
    return new RedisMeasurementCache(redis, JsonMapper.shared(), Duration.ofMinutes(1), space);
  }
}
