package com.alexandrite.environment.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real JVM that plays Boot's jar tool. */
class ArtifactStoreIT {

  @TempDir Path home;
  private ArtifactStore store;
  private Path jar;

  @BeforeEach
  void makeJar() throws IOException {
    store = new ArtifactStore(home);
    jar = home.resolve("shop.jar");
    writeJar(jar, "one");
  }

  @Test
  void numbers_versions_from_one_and_resolves_them() throws IOException {
    Artifact first = store.register("shop", jar, "abc", false);
    Artifact second = store.register("shop", jar, "abd", true);

    assertThat(List.of(first.version(), second.version())).containsExactly("1", "2");
    assertThat(store.resolve("alexandrite/shop:2")).isEqualTo(second);
    assertThat(store.latest("shop")).contains(second);
    assertThat(store.list("shop")).containsExactly(first, second);
    assertThat(second.folder()).isEqualTo(first.folder()).isDirectoryContaining("glob:**/app.jar");
  }

  @Test
  void other_content_gets_another_folder() throws IOException {
    Artifact first = store.register("shop", jar, "abc", false);
    writeJar(jar, "two");

    assertThat(store.register("shop", jar, "abc", true).folder()).isNotEqualTo(first.folder());
  }

  @Test
  void only_the_newest_ten_versions_and_their_content_stay() throws IOException {
    Artifact first = store.register("shop", jar, "abc", false);
    writeJar(jar, "two");
    for (int i = 0; i < 10; i++) {
      store.register("shop", jar, "abc", false);
    }

    assertThat(store.list("shop")).hasSize(10).doesNotContain(first);
    assertThat(first.folder()).doesNotExist();
    assertThat(store.resolve("alexandrite/shop:11").folder()).isNotEmptyDirectory();
  }

  @Test
  void the_command_uses_a_cache_that_is_there_and_lets_own_options_win() throws IOException {
    Artifact artifact = store.register("shop", jar, "abc", false);
    assertThat(artifact.command()).noneMatch(option -> option.startsWith("-XX:AOTCache"));

    Files.createFile(artifact.aotCache());

    assertThat(artifact.command("-Xmx64m"))
        .contains("-XX:AOTCache=" + artifact.aotCache())
        .containsSubsequence("-Xmx256m", "-Xmx64m", "-jar");
  }

  @Test
  void an_adopted_version_outlives_the_store_it_came_from() throws IOException {
    var small = new ArtifactStore(home.resolve("small"), 1);
    Artifact first = small.register("shop", jar, "abc", false);
    Files.createFile(first.aotCache());

    Artifact adopted = store.adopt(first);
    writeJar(jar, "two");
    small.register("shop", jar, "abd", false);

    assertThat(first.folder()).doesNotExist();
    assertThat(store.latest("shop")).contains(adopted);
    assertThat(adopted.gitRevision()).isEqualTo("abc");
    assertThat(AotTraining.done(adopted)).isTrue();
    assertThat(adopted.jar()).exists();
  }

  @Test
  void names_what_is_there_when_an_image_is_not() throws IOException {
    store.register("shop", jar, "abc", false);

    assertThatThrownBy(() -> store.resolve("alexandrite/shop:9"))
        .hasMessageContaining("alexandrite/shop:9")
        .hasMessageContaining("shop:1");
    assertThatThrownBy(() -> store.resolve("nginx:latest")).hasMessageContaining("not of the form");
  }

  @Test
  void a_jar_that_cannot_be_extracted_leaves_nothing_behind() throws IOException {
    Path broken = Files.writeString(home.resolve("broken.jar"), "no zip");

    assertThatThrownBy(() -> store.register("shop", broken, "abc", false))
        .isInstanceOf(IOException.class);
    assertThat(home.resolve("artifacts/blobs")).isEmptyDirectory();
    assertThat(store.latest("shop")).isEmpty();
  }

  private static void writeJar(Path file, String content) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, ExtractingMain.class.getName());
    String main = ExtractingMain.class.getName().replace('.', '/') + ".class";
    try (var out = new JarOutputStream(Files.newOutputStream(file), manifest);
        var code = ExtractingMain.class.getClassLoader().getResourceAsStream(main)) {
      out.putNextEntry(new JarEntry(main));
      out.write(java.util.Objects.requireNonNull(code).readAllBytes());
      out.putNextEntry(new JarEntry("content"));
      out.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
