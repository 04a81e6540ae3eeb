package com.alexandrite.cli.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** One hash over names and content of everything that a build reads. */
final class SourceHash {

  private static final Set<String> NOT_SOURCES = Set.of("target", "test", "node_modules", ".git");

  private SourceHash() {}

  /** The hash of files and folders below a root; absent ones count as empty. */
  static String of(Path root, List<String> inside) throws IOException {
    MessageDigest digest = sha256();
    for (String name : inside) {
      for (Path file : files(root.resolve(name))) {
        digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Path> files(Path start) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.exists(start)) {
      Files.walkFileTree(start, collecting(files));
    }
    files.sort(null);
    return files;
  }

  private static SimpleFileVisitor<Path> collecting(List<Path> files) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return NOT_SOURCES.contains(String.valueOf(folder.getFileName()))
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        files.add(file);
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
