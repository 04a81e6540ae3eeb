package com.alexandrite.preview.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Jedis;

class RedisSpaceIT {

  @RegisterExtension static final BackingServers servers = BackingServers.none().redis();

  private final String installation = Spaces.installation();
  private final Space rings = Spaces.of(installation, "rings");
  private final Space longer = Spaces.of(installation, "rings-gold");

  @Test
  void keysAreFoundByPrefixAndDeleted() throws IOException {
    var space = new RedisSpace(installation, servers.redisUrl());
    try (var redis = new Jedis(URI.create(servers.redisUrl()))) {
      for (int model = 0; model < 3000; model++) {
        redis.set(rings.redisPrefix() + "measurement:" + model, "1");
      }
      redis.set(longer.redisPrefix() + "x", "1");
      redis.set("measurement:" + installation, "baseline");

      assertThat(space.variables(rings, "pricing-worker"))
          .containsEntry("ALEXANDRITE_REDIS_PREFIX", "preview:" + installation + ":rings:");
      assertThat(space.found()).containsExactlyInAnyOrder(rings.name(), longer.name());
      space.remove(rings.name());
      space.remove(rings.name());
      assertThat(space.found()).containsExactly(longer.name());
      space.remove(longer.name());

      assertThat(space.found()).isEmpty();
      assertThat(redis.get("measurement:" + installation)).isEqualTo("baseline");
      redis.del("measurement:" + installation);
    }
  }

  @Test
  void aServerThatIsAwayIsTold() {
    var away = new RedisSpace(installation, "redis://127.0.0.1:1");

    assertThatThrownBy(away::found)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not list");
  }
}
