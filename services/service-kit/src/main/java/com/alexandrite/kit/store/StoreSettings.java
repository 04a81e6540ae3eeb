package com.alexandrite.kit.store;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the S3 store is; there is no store without an endpoint. */
@ConfigurationProperties("alexandrite.s3")
record StoreSettings(
    @Nullable URI endpoint,
    @DefaultValue("") String accessKey,
    @DefaultValue("") String secretKey,
    @DefaultValue("models") String bucket,
    @DefaultValue("us-east-1") String region) {

  @Override
  public String toString() {
    return "StoreSettings[endpoint=" + endpoint + ", bucket=" + bucket + "]";
  }
}
