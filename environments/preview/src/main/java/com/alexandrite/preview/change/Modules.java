package com.alexandrite.preview.change;

import com.alexandrite.environment.source.Git;
import com.alexandrite.environment.source.Git.Ended;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.Problem;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xml.sax.SAXException;

/** The modules of a revision and who needs whom, from its POMs; Maven is not asked. */
public final class Modules {
  private final List<MavenModule> all;
  private final Map<String, MavenModule> byArtifact = new HashMap<>();

  private Modules(List<MavenModule> all) {
    this.all = List.copyOf(all);
    all.forEach(module -> byArtifact.put(module.artifactId(), module));
  }

  /**
   * Reads them.
   *
   * @throws PreviewFailure when a POM is missing or cannot be read
   */
  public static Modules of(Git git, String revision)
      throws PreviewFailure, IOException, InterruptedException {
    List<MavenModule> modules = new ArrayList<>();
    for (String path : pom(git, revision, "pom.xml").modules()) {
      modules.add(pom(git, revision, path + "/pom.xml").module(path));
    }
    return new Modules(modules);
  }

  private static Pom pom(Git git, String revision, String file)
      throws PreviewFailure, IOException, InterruptedException {
    Ended shown = git.attempt("show", revision + ":" + file);
    if (shown.code() != 0) {
      throw unreadable(file + " is not there", shown.complaint());
    }
    try {
      return Pom.parse(shown.output());
    } catch (SAXException e) {
      throw unreadable(file + " is no well-formed XML", String.valueOf(e.getMessage()));
    }
  }

  private static PreviewFailure unreadable(String what, String detail) {
    return new PreviewFailure(
        new Problem("bad-pom", what, "mend it and push again", detail.strip()));
  }

  /** Names of all services. */
  public NavigableSet<String> services() {
    return services(all.stream().map(MavenModule::path).toList());
  }

  /** The services that are made from any of these modules. */
  NavigableSet<String> services(List<String> paths) {
    return all.stream()
        .filter(MavenModule::isService)
        .filter(module -> closure(module).stream().anyMatch(paths::contains))
        .map(MavenModule::service)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Folders of all modules that a service is made from, its own among them.
   *
   * @throws IllegalArgumentException when there is no such service
   */
  public NavigableSet<String> madeFrom(String service) {
    return all.stream()
        .filter(module -> module.isService() && module.service().equals(service))
        .findFirst()
        .map(this::closure)
        .orElseThrow(() -> new IllegalArgumentException("no service is called " + service));
  }

  /** Whether what is built from these modules can depend on this file. */
  public static boolean isInput(String file, Collection<String> modulePaths) {
    return SourceFiles.isOfWholeBuild(file)
        || (SourceFiles.isBuilt(file)
            && modulePaths.stream().anyMatch(path -> file.startsWith(path + "/")));
  }

  /** The module whose folder a file is in. */
  Optional<String> holding(String file) {
    return all.stream().filter(module -> module.holds(file)).map(MavenModule::path).findFirst();
  }

  private NavigableSet<String> closure(MavenModule start) {
    NavigableSet<String> paths = new TreeSet<>();
    Deque<MavenModule> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      MavenModule module = open.pop();
      if (paths.add(module.path())) {
        module.uses().stream()
            .map(byArtifact::get)
            .filter(java.util.Objects::nonNull)
            .forEach(open::push);
      }
    }
    return paths;
  }
}
