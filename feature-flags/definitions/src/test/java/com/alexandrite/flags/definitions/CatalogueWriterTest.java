package com.alexandrite.flags.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueWriterTest {
  @TempDir Path folder;

  @Test
  void aConstantSaysWhatTheFlagIsForWhoOwnsItAndUntilWhen() {
    String text =
        Examples.GOOD.replace("On, the ring is new.", "\"A */ <b> & {@link X}, C:\\\\u0041.\"");
    assertThat(new CatalogueWriter(Examples.read(text).accepted()).source())
        .contains(
            """
              /**
               * A *&#47; &lt;b&gt; &amp; {&#64;link X}, C:&#92;u0041.
               *
               * <p>Type experiment, by user, owned by shop, created 2026-11-25, expires 2027-01-31.\
             Variants: {@code old} 1, {@code new} 2.5.
               */
              public static final Flag<Double> NEW_RING =
            """)
        .contains("new Flag.Variant<>(\"old\", 1.0), new Flag.Variant<>(\"new\", 2.5)")
        .containsPattern("\"old\",\\s+\"shop\"\\);");
  }

  @Test
  void aMistakeStopsTheBuildAndNothingIsWritten() throws IOException {
    Path flags = Files.createDirectories(folder.resolve("feature-flags/definitions/flags"));
    Files.writeString(flags.resolve("new-ring.yaml"), Examples.GOOD.replace("owner", "ovner"));
    Files.writeString(flags.resolveSibling("segments.yaml"), Examples.SEGMENTS);
    Path sources = folder.resolve("sources");
    assertThatThrownBy(
            () -> CatalogueWriter.main(new String[] {folder.toString(), sources.toString()}))
        .hasMessageContaining("feature-flags/definitions/flags/new-ring.yaml:3: ovner is not a");
    assertThat(sources).doesNotExist();
  }
}
