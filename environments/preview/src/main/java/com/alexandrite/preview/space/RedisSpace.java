package com.alexandrite.preview.space;

import com.alexandrite.preview.Content;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewResource;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** A prefix of keys in Redis; it is there as soon as something is below it. */
public final class RedisSpace implements PreviewResource {

  private static final int BATCH = 500;

  private final String installation;
  private final URI address;

  /** In a server, by its address with the password. */
  public RedisSpace(String installation, String address) {
    this.installation = installation;
    this.address = URI.create(address);
  }

  @Override
  public String kind() {
    return "redis";
  }

  @Override
  public Set<PreviewName> found() throws IOException {
    String prefix = Space.redisPrefix(installation);
    Set<PreviewName> found = new TreeSet<>();
    try (var redis = new Jedis(address)) {
      scan(redis, prefix, keys -> found.addAll(NamedSpaces.among(keys, prefix, ":")));
    } catch (JedisException e) {
      throw new IOException("Redis does not list " + prefix, e);
    }
    return found;
  }

  @Override
  public void make(Space space, Content content) {
    // A prefix needs no making.
  }

  @Override
  public Map<String, String> variables(Space space, String service) {
    return Map.of("ALEXANDRITE_REDIS_PREFIX", space.redisPrefix());
  }

  @Override
  public void remove(PreviewName name) throws IOException {
    String prefix = Space.redisPrefix(installation) + name + ":";
    try (var redis = new Jedis(address)) {
      scan(redis, prefix, keys -> redis.unlink(keys.toArray(String[]::new)));
    } catch (JedisException e) {
      throw new IOException("Redis does not delete " + prefix, e);
    }
  }

  /** Whole batches, without stopping the server as KEYS would. */
  private static void scan(Jedis redis, String prefix, Consumer<List<String>> batch) {
    var below = new ScanParams().match(prefix + "*").count(BATCH);
    String cursor = ScanParams.SCAN_POINTER_START;
    do {
      ScanResult<String> page = redis.scan(cursor, below);
      if (!page.getResult().isEmpty()) {
        batch.accept(page.getResult());
      }
      cursor = page.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
  }
}
