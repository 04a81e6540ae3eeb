package com.alexandrite.environment.local;

import com.alexandrite.environment.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The checked-out project on this machine. */
public record Checkout(Path root) {

  private static final String S3PROXY_VERSION = "4.1.0";

  /**
   * The checkout around a folder.
   *
   * @throws IllegalStateException when the folder is in none
   */
  public static Checkout around(Path folder) {
    return Stream.iterate(
            folder.toAbsolutePath().normalize(), java.util.Objects::nonNull, Path::getParent)
        .filter(candidate -> Files.exists(candidate.resolve("mvnw")))
        .findFirst()
        .map(Checkout::new)
        .orElseThrow(() -> new IllegalStateException(folder + " is in no checkout of Alexandrite"));
  }

  /** Where S3Proxy with its dependencies is, once {@link #fetchS3Proxy} has been called. */
  public Path s3ProxyJar() {
    return root.resolve(
        ".alexandrite/tools/s3proxy-" + S3PROXY_VERSION + "-jar-with-dependencies.jar");
  }

  /** Fetches S3Proxy by Maven, unless it is here. */
  public void fetchS3Proxy() throws IOException {
    Path jar = s3ProxyJar();
    if (Files.exists(jar)) {
      return;
    }
    Path aside = Files.createTempDirectory(Files.createDirectories(jar.getParent()), "fetching-");
    maven(
        "--non-recursive",
        "dependency:copy",
        "-Dartifact=org.gaul:s3proxy:" + S3PROXY_VERSION + ":jar:jar-with-dependencies",
        "-DoutputDirectory=" + aside);
    Files.move(aside.resolve(jar.getFileName()), jar, StandardCopyOption.ATOMIC_MOVE);
    Folders.delete(aside);
  }

  private void maven(String... arguments) throws IOException {
    var command =
        Stream.concat(
                Stream.of(
                    root.resolve("mvnw").toString(),
                    "-B",
                    "-q",
                    "-f",
                    root.resolve("pom.xml").toString()),
                Stream.of(arguments))
            .toList();
    Shell.run(List.copyOf(command), Map.of("JAVA_HOME", System.getProperty("java.home")), "");
  }
}
