package com.alexandrite.kit.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.environment.testing.BackingServers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Previews share the bucket with the baseline, and see none of its files but the shared ones. */
class PrefixedStoreIT {

  @RegisterExtension static final BackingServers servers = BackingServers.none().s3();

  @TempDir private Path folder = Path.of("");
  private final ObjectStore baseline = store("");
  private final ObjectStore rings = store("previews/1a2b/rings/");
  private final ObjectStore gold = store("previews/1a2b/gold/");

  @Test
  void filesStayInTheirSpace() throws IOException {
    put(rings, "models/one.stl", "of rings");
    put(baseline, "models/two.stl", "of the baseline");

    assertThat(read(rings, "models/one.stl")).isEqualTo("of rings");
    assertThat(read(baseline, "previews/1a2b/rings/models/one.stl")).isEqualTo("of rings");
    assertMissing(gold, "models/one.stl");
    assertMissing(baseline, "models/one.stl");
    assertMissing(rings, "models/two.stl");
  }

  @Test
  void sharedFilesAreReadByAllAndWrittenByNone() throws IOException {
    put(baseline, "demo/ring.stl", "shared");
    assertThat(read(rings, "demo/ring.stl")).isEqualTo("shared");

    put(rings, "demo/ring.stl", "changed");

    assertThat(read(rings, "demo/ring.stl")).isEqualTo("changed");
    assertThat(read(gold, "demo/ring.stl")).isEqualTo("shared");
    assertThat(read(baseline, "demo/ring.stl")).isEqualTo("shared");
    assertMissing(gold, "demo/absent.stl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/previews/", "previews/rings", "/"})
  void prefixThatKeysCouldBeMistakenForIsRefused(String prefix) {
    assertThatThrownBy(() -> settings(prefix)).isInstanceOf(IllegalArgumentException.class);
  }

  private void put(ObjectStore store, String key, String content) throws IOException {
    store.put(key, Files.writeString(folder.resolve("file"), content));
  }

  private static String read(ObjectStore store, String key) throws IOException {
    try (InputStream object = store.open(key)) {
      return new String(object.readAllBytes(), UTF_8);
    }
  }

  private static void assertMissing(ObjectStore store, String key) {
    assertThatThrownBy(() -> read(store, key)).isInstanceOf(MissingObjectException.class);
  }

  private static ObjectStore store(String prefix) {
    return new StoreAutoConfiguration().objectStore(settings(prefix));
  }

  private static StoreSettings settings(String prefix) {
    return new StoreSettings(
        URI.create(servers.s3Endpoint()),
        servers.s3AccessKey(),
        servers.s3SecretKey(),
        servers.s3Bucket(),
        "us-east-1",
        prefix);
  }
}
