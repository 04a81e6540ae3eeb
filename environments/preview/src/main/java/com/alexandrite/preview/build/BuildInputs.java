package com.alexandrite.preview.build;

import com.alexandrite.environment.source.Git;
import com.alexandrite.preview.change.Modules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a version of a service is made from, as one hash: every file of its modules and of the whole
 * build, by name and content. Equal inputs need no second build.
 */
final class BuildInputs {
  private final Git git;
  private final Modules modules;
  private final Map<String, Optional<List<String>>> filesOf = new HashMap<>();

  /**
   * @param modules of the revision that shall be built. Its services' modules are looked up in
   *     other revisions too: when these need other modules, then a POM among the files differs.
   */
  BuildInputs(Git git, Modules modules) {
    this.git = git;
    this.modules = modules;
  }

  /** The hash; empty when git does not have the revision any more. */
  Optional<String> of(String service, String revision) throws IOException, InterruptedException {
    Optional<List<String>> files = filesOf.get(revision);
    if (files == null) {
      files = files(revision);
      filesOf.put(revision, files);
    }
    Collection<String> paths = modules.madeFrom(service);
    return files.map(all -> hash(all, paths));
  }

  private Optional<List<String>> files(String revision) throws IOException, InterruptedException {
    return git.findRevision(revision).isEmpty()
        ? Optional.empty()
        : Optional.of(List.of(git.run("ls-tree", "-r", "-z", revision).split("\0", -1)));
  }

  /** A line of git tells mode, type and content's hash, then after a tab the path. */
  private static String hash(List<String> files, Collection<String> modulePaths) {
    MessageDigest digest = sha256();
    files.stream()
        .filter(line -> Modules.isInput(line.substring(line.indexOf('\t') + 1), modulePaths))
        .forEach(line -> digest.update((line + '\0').getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
