package com.alexandrite.flags.flagsmith;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the flags come from.
 *
 * @param url address of the API, such as {@code https://flags.example.com/api/v1/}
 * @param key the environment's server-side key, which begins with {@code ser.}
 * @param environment what the environment is called here; a Flagsmith does not tell
 */
@ConfigurationProperties("alexandrite.flags")
public record FlagsmithSettings(
    @Nullable String url, @Nullable String key, @DefaultValue("local") String environment) {

  /** The address with a slash at its end, without which the client would leave out a part. */
  String address() {
    if (url == null || url.isBlank()) {
      throw new IllegalArgumentException(
          "alexandrite.flags.url is not set: the address of the flag server's API, ending in /api/v1/");
    }
    return url.endsWith("/") ? url : url + "/";
  }

  /** The key, when it is one that may read the document. */
  String serverKey() {
    if (key == null || !key.startsWith("ser.")) {
      throw new IllegalArgumentException(
          "alexandrite.flags.key must be the server-side key of environment "
              + environment
              + ", which begins with \"ser.\"");
    }
    return key;
  }

  @Override
  public String toString() {
    return "FlagsmithSettings[url=" + url + ", environment=" + environment + "]";
  }
}
