package com.alexandrite.kit.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The file of the last known good document. */
class LastKnownGoodTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void givesBackWhatWasKeptAndWhenItWasConfirmed() throws IOException {
    LastKnownGood kept = in("preview/branch");
    kept.keep(Documents.on("preview/branch", 3), Documents.AT);
    assertThat(kept.read())
        .contains(new LastKnownGood.Kept(Documents.on("preview/branch", 3), Documents.AT));

    Instant later = Documents.AT.plusSeconds(60);
    kept.confirm(later);
    assertThat(kept.read()).map(LastKnownGood.Kept::confirmedAt).contains(later);
    try (Stream<Path> files = Files.list(folder.resolve("flags"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void eachEnvironmentHasAFile() {
    in("one").keep(Documents.on("one", 3), Documents.AT);

    assertThat(in("two").read()).isEmpty();
  }

  @Test
  void brokenFileIsAsGoodAsNone() throws IOException {
    LastKnownGood kept = in("one");
    kept.keep(Documents.on("one", 3), Documents.AT);
    try (Stream<Path> files = Files.list(folder.resolve("flags"))) {
      Files.writeString(files.findFirst().orElseThrow(), "{\"environment\":");
    }

    assertThat(kept.read()).isEmpty();
  }

  @Test
  void withoutAFolderNothingIsKept() {
    var kept = new LastKnownGood(Optional.empty(), instance("one"), "memory", JsonMapper.shared());
    kept.keep(Documents.on("one", 3), Documents.AT);
    kept.confirm(Documents.AT);

    assertThat(kept.read()).isEmpty();
  }

  private LastKnownGood in(String environment) {
    return new LastKnownGood(
        Optional.of(folder), instance(environment), "memory", JsonMapper.shared());
  }

  private static FlagInstance instance(String environment) {
    return new FlagInstance("shop", "shop-1", "42", environment);
  }
}
