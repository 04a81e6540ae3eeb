package com.alexandrite.pricing.request;

import com.alexandrite.pricing.model.MeasuringModel;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The cache in Redis; while Redis is away nothing is remembered. */
class RedisMeasurementCache implements MeasurementCache {

  private static final Logger log = LoggerFactory.getLogger(RedisMeasurementCache.class);

  /** Another algorithm may measure otherwise, so it never reads what an older one wrote. */
  private static final String MEASURED =
      "pricing:measured:v" + MeasuringModel.ALGORITHM_VERSION + ':';

  private final StringRedisTemplate redis;
  private final JsonMapper json;
  private final Duration keptFor;
  private final String prefix;

  /** Keys begin with {@code space}: another space may run another measuring of this version. */
  RedisMeasurementCache(
      StringRedisTemplate redis, JsonMapper json, Duration keptFor, String space) {
    this.redis = redis;
    this.json = json;
    this.keptFor = keptFor;
    this.prefix = space + MEASURED;
  }

  @Override
  public Optional<MeasuredModel> find(String sha256) {
    try {
      String known = redis.opsForValue().get(prefix + sha256);
      return Optional.ofNullable(known).map(text -> json.readValue(text, MeasuredModel.class));
    } catch (DataAccessException | JacksonException away) {
      log.debug("Measured anew, the cache gave nothing: {}", away.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void keep(String sha256, MeasuredModel measured) {
    try {
      redis
          .opsForValue()
          .set(
              prefix + sha256,
              json.writerFor(MeasuredModel.class).writeValueAsString(measured),
              keptFor);
    } catch (DataAccessException | JacksonException away) {
      log.debug("Not remembered: {}", away.getMessage());
    }
  }
}
