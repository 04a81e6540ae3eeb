package com.alexandrite.rollouts.local;

import com.alexandrite.rollouts.engine.model.Container;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.safeguard.ConfigRevisions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The configuration that each revision was made with, kept beside the one of now: {@code
 * revisions/<rollout>/<hash>/<name>.env}. They hold secrets, so only their owner reads them.
 */
public final class ConfigurationRevisions {
  private static final int HASH_LENGTH = 16;

  private final Path folder;

  /**
   * Configurations of this folder.
   *
   * @param folder with {@code <ConfigMap or Secret>.env}
   */
  public ConfigurationRevisions(Path folder) {
    this.folder = folder;
  }

  /** Where the pods of this template find their configuration. */
  EnvironmentFiles of(String rollout, PodTemplate template) {
    String hash = template.annotations().get(ConfigRevisions.HASH);
    return new EnvironmentFiles(hash == null ? folder : kept(rollout, hash));
  }

  /** The hash of what the template refers to now; comments and the order of lines don't count. */
  public String hash(PodTemplate template) {
    try {
      MessageDigest sum = MessageDigest.getInstance("SHA-256");
      for (String name : names(template)) {
        add(sum, name);
        new TreeMap<>(current(name)).forEach((key, value) -> add(sum, key + "=" + value));
      }
      byte[] digest = sum.digest();
      return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void add(MessageDigest sum, String line) {
    sum.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, String> current(String name) {
    return new EnvironmentFiles(folder).read(name);
  }

  /** Keeps what the template refers to now, under its hash; does nothing if it is kept already. */
  public void keep(String rollout, String hash, PodTemplate template) {
    Path target = kept(rollout, hash);
    if (Files.isDirectory(target)) {
      return;
    }
    Path unfinished = target.resolveSibling(hash + ".unfinished");
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    try {
      Files.createDirectories(unfinished, ownerOnly);
      for (String name : names(template)) {
        String file = name + ".env";
        Files.copy(
            folder.resolve(file), unfinished.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("can not keep the configuration of " + rollout, e);
    }
  }

  /** Forgets what no revision refers to any more. */
  public void keepOnly(String rollout, Set<String> hashes) {
    Path all = folder.resolve("revisions").resolve(rollout);
    try (Stream<Path> kept = Files.isDirectory(all) ? Files.list(all) : Stream.of()) {
      for (Path one : kept.filter(it -> !hashes.contains(it.getFileName().toString())).toList()) {
        erase(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can not forget old configurations of " + rollout, e);
    }
  }

  private static void erase(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static List<String> names(PodTemplate template) {
    Container container = template.container();
    return Stream.concat(container.configMaps().stream(), container.secrets().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private Path kept(String rollout, String hash) {
    return folder.resolve("revisions").resolve(rollout).resolve(hash);
  }
}
