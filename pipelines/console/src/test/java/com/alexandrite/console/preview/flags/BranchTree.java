package com.alexandrite.console.preview.flags;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The flag files of a work tree. */
record BranchTree(Path root) {

  static BranchTree at(Path root) throws IOException {
    Files.createDirectories(root.resolve("feature-flags/definitions/flags"));
    var tree = new BranchTree(root);
    tree.write("definitions/segments.yaml", "segments: []\n");
    return tree;
  }

  /** A boolean flag that is on everywhere but in production. */
  BranchTree flag(String key) throws IOException {
    return define(key, "");
  }

  /** One with these lines more; with other variants, those who have it get {@code wide}. */
  BranchTree define(String key, String lines) throws IOException {
    String serve = lines.startsWith("variants") ? "serve: wide, " : "";
    return write(
        "definitions/flags/" + key + ".yaml",
        """
        key: %s
        description: On, something is new.
        owner: shop
        type: release
        unit: user
        %screated: 2026-11-25
        expires: 2027-01-29
        environments:
          local: {percentage: 0}
          preview: {percentage: 100}
          staging: {percentage: 25}
          production: {percentage: 0}
        """
            .formatted(key, lines)
            .replace("percentage", serve + "percentage"));
  }

  BranchTree preview(String text) throws IOException {
    return write("preview.yaml", text);
  }

  private BranchTree write(String file, String text) throws IOException {
    Files.writeString(root.resolve("feature-flags").resolve(file), text);
    return this;
  }
}
