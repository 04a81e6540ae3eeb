package com.alexandrite.kit.flags;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a process's flags come from.
 *
 * @param environment whose states are in force here: {@code local}, {@code staging}, {@code
 *     production}, or a preview's name
 * @param folder where the last known good document is kept; empty keeps none
 * @param poll how often the source is asked when nothing is pushed
 * @param url address of a remote source's API; empty for none
 * @param key the environment's key there
 */
@ConfigurationProperties("alexandrite.flags")
record FlagSettings(
    @DefaultValue("local") String environment,
    @DefaultValue("") String folder,
    @DefaultValue("10s") Duration poll,
    @DefaultValue("") String url,
    @DefaultValue("") String key) {

  /** The folder, when one is named. */
  Optional<Path> keptIn() {
    return folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
  }

  /** The address with a slash at its end, when there is one. */
  Optional<URI> api() {
    return url.isBlank()
        ? Optional.empty()
        : Optional.of(URI.create(url.endsWith("/") ? url : url + "/"));
  }

  @Override
  public String toString() {
    return "FlagSettings[environment=" + environment + ", folder=" + folder + ", url=" + url + "]";
  }
}
