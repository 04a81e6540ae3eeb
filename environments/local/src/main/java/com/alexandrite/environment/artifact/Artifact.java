package com.alexandrite.environment.artifact;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One built version of a service.
 *
 * @param version "1", "2", …: the tag of its image
 * @param sha256 of the Boot jar it was made from, in hex; versions of equal content share a folder
 * @param gitRevision the revision it was built from
 * @param dirty whether the work tree had changes beyond that revision
 * @param folder the extracted jar: {@code app.jar}, {@code lib/} and, once trained, the AOT cache
 */
public record Artifact(
    String service,
    String version,
    String sha256,
    String gitRevision,
    boolean dirty,
    Instant builtAt,
    Path folder) {

  /** How every service runs: what it can't do within this heap, it can't do. */
  public static final List<String> SMALL_JVM =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xmx256m");

  /** The image name that a pod template uses. */
  public String image() {
    return "alexandrite/" + service + ":" + version;
  }

  /**
   * The command line that runs this version, small and quick to start.
   *
   * @param jvmOptions further options; they win over the own ones
   */
  public List<String> command(String... jvmOptions) {
    List<String> command = new ArrayList<>(List.of(java()));
    if (Files.exists(aotCache())) {
      command.add("-XX:AOTCache=" + aotCache());
    }
    command.addAll(SMALL_JVM);
    command.addAll(List.of(jvmOptions));
    command.addAll(List.of("-jar", jar().toString()));
    return List.copyOf(command);
  }

  /**
   * Where the AOT cache is or would be. The content's hash is in the name, because a JVM may run
   * the classes of a cache although the jar beside it has changed, and say nothing.
   */
  Path aotCache() {
    return folder.resolve("app-" + sha256 + ".aot");
  }

  Path jar() {
    return folder.resolve(ArtifactStore.JAR);
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
