package com.alexandrite.environment.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

  @TempDir private Path place;

  @Test
  void linksAreDeletedNotFollowed() throws IOException {
    Path outside = Files.createDirectory(place.resolve("outside"));
    Path kept = Files.createFile(outside.resolve("kept"));
    Path folder = Files.createDirectories(place.resolve("folder/deep"));
    Files.createSymbolicLink(folder.resolve("link"), outside);

    Folders.delete(place.resolve("folder"));

    assertThat(place.resolve("folder")).doesNotExist();
    assertThat(kept).exists();
  }

  @Test
  void whatIsNotThereIsDeletedAlready() throws IOException {
    Folders.delete(place.resolve("nothing"));

    assertThat(place).isEmptyDirectory();
  }

  @Test
  void severalMayDeleteTheSame() throws Exception {
    for (int file = 0; file < 500; file++) {
      Files.createFile(
          Files.createDirectories(place.resolve("many/" + file % 20)).resolve("f" + file));
    }
    Callable<Path> deletion =
        () -> {
          Folders.delete(place.resolve("many"));
          return place;
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each : threads.invokeAll(List.of(deletion, deletion, deletion))) {
        assertThat(each.get()).isEqualTo(place);
      }
    }
    try (Stream<Path> left = Files.list(place)) {
      assertThat(left).isEmpty();
    }
  }
}
