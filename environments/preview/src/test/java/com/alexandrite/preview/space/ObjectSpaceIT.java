package com.alexandrite.preview.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.environment.local.ObjectStore;
import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

class ObjectSpaceIT {

  @RegisterExtension static final BackingServers servers = BackingServers.none().s3();

  private static S3Client s3;

  private final String installation = Spaces.installation();
  private final Space rings = Spaces.of(installation, "rings");
  private final Space longer = Spaces.of(installation, "rings-gold");

  @BeforeAll
  static void connect() {
    s3 = ObjectSpace.client(store(servers.s3Bucket()));
  }

  @AfterAll
  static void disconnect() {
    s3.close();
  }

  @Test
  void objectsAreFoundByPrefixAndDeletedInBatches() throws IOException {
    for (int model = 0; model < 1100; model++) {
      put(rings.objectPrefix() + "models/" + model + ".stl");
    }
    put(longer.objectPrefix() + "models/1.stl");
    put("models/baseline.stl");
    try (var objects = new ObjectSpace(installation, store(servers.s3Bucket()))) {
      assertThat(objects.variables(rings, "shop"))
          .containsEntry("ALEXANDRITE_S3_PREFIX", "previews/" + installation + "/rings/");
      assertThat(objects.found()).containsExactlyInAnyOrder(rings.name(), longer.name());

      objects.remove(rings.name());
      objects.remove(rings.name());
      assertThat(objects.found()).containsExactly(longer.name());
      objects.remove(longer.name());
      assertThat(objects.found()).isEmpty();
    }
    assertThat(keys()).contains("models/baseline.stl").noneMatch(key -> key.contains("previews"));
  }

  @Test
  void aBucketThatIsNotThereHoldsNothing() throws IOException {
    try (var objects = new ObjectSpace(installation, store("not-made-yet"))) {
      assertThat(objects.found()).isEmpty();
      objects.remove(rings.name());
    }
  }

  @Test
  void aWrongKeyIsToldAndNotTakenForNothing() {
    var wrong = new ObjectStore(servers.s3Endpoint(), "nobody", "nothing", servers.s3Bucket());
    try (var objects = new ObjectSpace(installation, wrong)) {
      assertThatThrownBy(objects::found)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("does not list");
    }
  }

  private static void put(String key) {
    s3.putObject(it -> it.bucket(servers.s3Bucket()).key(key), RequestBody.fromString("solid"));
  }

  private static List<String> keys() {
    return s3.listObjectsV2(it -> it.bucket(servers.s3Bucket())).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private static ObjectStore store(String bucket) {
    return new ObjectStore(
        servers.s3Endpoint(), servers.s3AccessKey(), servers.s3SecretKey(), bucket);
  }
}
