package com.alexandrite.preview.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.local.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DemoModelsTest {

  private static final Pattern NAMED =
      Pattern.compile("'([a-z-]+\\.stl)', '([0-9a-f]{64})',\\s+(\\d+), (\\d+),");

  @Test
  void theScriptsNameTheBytesThatAreStored() throws Exception {
    String script =
        Files.readString(
            Checkout.around(Path.of(""))
                .root()
                .resolve("services/messages/src/main/resources/db/preview/shared.sql"));
    Map<String, byte[]> stored = new HashMap<>();
    DemoModels.storeIn(stored::put);

    var named = NAMED.matcher(script).results().toList();

    assertThat(named).hasSameSizeAs(stored.keySet());
    for (var model : named) {
      byte[] bytes = stored.getOrDefault("demo/" + model.group(1), new byte[0]);
      String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      assertThat(sha256).as(model.group(1)).isEqualTo(model.group(2));
      assertThat(bytes).hasSize(Integer.parseInt(model.group(3)));
      assertThat((bytes.length - 84) / 50).isEqualTo(Integer.parseInt(model.group(4)));
    }
  }
}
