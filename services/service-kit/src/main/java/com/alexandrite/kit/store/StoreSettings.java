package com.alexandrite.kit.store;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the S3 store is; there is no store without an endpoint.
 *
 * @param prefix what all keys of this process lie below, such as {@code previews/1a2b/rings/}
 */
@ConfigurationProperties("alexandrite.s3")
record StoreSettings(
    @Nullable URI endpoint,
    @DefaultValue("") String accessKey,
    @DefaultValue("") String secretKey,
    @DefaultValue("models") String bucket,
    @DefaultValue("us-east-1") String region,
    @DefaultValue("") String prefix) {

  /**
   * Validates the prefix.
   *
   * @throws IllegalArgumentException when keys below it could be mistaken for others
   */
  StoreSettings {
    if (!prefix.isEmpty() && (prefix.startsWith("/") || !prefix.endsWith("/"))) {
      throw new IllegalArgumentException(
          "alexandrite.s3.prefix has no slash at its beginning and one at its end: " + prefix);
    }
  }

  @Override
  public String toString() {
    return "StoreSettings[endpoint=" + endpoint + ", bucket=" + bucket + ", prefix=" + prefix + "]";
  }
}
