package com.alexandrite.environment.local;

import com.alexandrite.environment.files.Folders;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The user a server runs as. PostgreSQL refuses root, so root lends it Debian's user {@code
 * postgres}; that user cannot enter root's folders, so its data is under {@code
 * /var/lib/alexandrite}, with a link in the home.
 *
 * @param other the user to become; null to stay who we are
 */
record ServerUser(@Nullable String other) {

  private static final Path SHARED = Path.of("/var/lib/alexandrite");
  private static final String OWNER_FILE = "home";

  static ServerUser forPostgres() {
    return new ServerUser("root".equals(System.getProperty("user.name")) ? "postgres" : null);
  }

  /** The command line that runs a program as this user. */
  List<String> command(String... program) {
    List<String> command = new ArrayList<>();
    if (other != null) {
      command.addAll(
          List.of(
              Programs.require("setpriv").toString(),
              "--reuid=" + other,
              "--regid=" + other,
              "--clear-groups",
              "--"));
    }
    command.addAll(List.of(program));
    return command;
  }

  /** The server's data folder in the home, as a path this user can enter. */
  Path dataFolder(Home home, String server) throws IOException {
    Path inHome = home.data("").resolve(server);
    if (other == null) {
      return Files.createDirectories(inHome);
    }
    Path shared = sharedFolder(home);
    if (!Files.isDirectory(shared)) {
      removeLeftovers();
      Files.createDirectories(shared);
      Files.writeString(shared.resolve(OWNER_FILE), home.path().toString());
      own(shared);
    }
    Path data = Files.createDirectories(shared.resolve(server));
    own(data);
    if (!Files.exists(inHome, LinkOption.NOFOLLOW_LINKS)) {
      Files.createSymbolicLink(inHome, data);
    }
    return data;
  }

  /** Gives a path to this user. */
  void own(Path path) throws IOException {
    if (other != null) {
      Files.setOwner(path, principal(other));
    }
  }

  /** What a home keeps outside itself; deleted with its data. */
  static Path sharedFolder(Home home) {
    return SHARED.resolve(Integer.toHexString(home.path().toString().hashCode()));
  }

  /** Data of homes that somebody has deleted by hand would stay for ever. */
  private static void removeLeftovers() throws IOException {
    if (!Files.isDirectory(SHARED)) {
      return;
    }
    List<Path> folders;
    try (Stream<Path> all = Files.list(SHARED)) {
      folders = all.toList();
    }
    for (Path folder : folders) {
      Path owner = folder.resolve(OWNER_FILE);
      if (Files.exists(owner) && !Files.exists(Path.of(Files.readString(owner)))) {
        Folders.delete(folder);
      }
    }
  }

  private static UserPrincipal principal(String user) throws IOException {
    return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(user);
  }
}
