package com.alexandrite.preview.change;

import com.alexandrite.environment.source.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real git repository that a test writes into. */
public record Repository(Path folder, Git git) {

  /** Services of {@link #withServices} and the modules that they are made from. */
  private static final Map<String, List<String>> SERVICES =
      Map.of(
          "shop", List.of("messages", "order-life", "service-kit", "flags-catalogue"),
          "crm", List.of("messages", "order-life", "service-kit", "flags-catalogue"),
          "mes", List.of("messages", "order-life", "service-kit", "flags-catalogue"),
          "pricing-worker", List.of("messages", "pricing-core", "service-kit", "flags-catalogue"));

  /** An empty one on branch {@code main}. */
  public static Repository in(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    var repository = new Repository(folder, new Git(folder));
    repository.git.run("init", "--quiet", "--initial-branch=main");
    repository.git.run("config", "user.name", "Test");
    repository.git.run("config", "user.email", "test@example.org");
    return repository;
  }

  /** One with four services and what they share, as POMs say it. */
  static Repository withServices(Path folder) throws IOException, InterruptedException {
    Repository repository = in(folder);
    List<String> libraries =
        List.of("messages", "order-life", "service-kit", "pricing-core").stream()
            .map(library -> "services/" + library)
            .toList();
    List<String> others =
        List.of("feature-flags/catalogue", "feature-flags/definitions", "pipelines/cli");
    Stream<String> services = SERVICES.keySet().stream().sorted().map(name -> "services/" + name);
    repository.write(
        "pom.xml",
        "<project><artifactId>root</artifactId><modules>%s</modules></project>"
            .formatted(
                Stream.of(libraries.stream(), others.stream(), services)
                    .flatMap(paths -> paths)
                    .map(path -> "<module>" + path + "</module>")
                    .collect(Collectors.joining())));
    repository.write("services/messages/pom.xml", pom("messages", List.of(), ""));
    repository.write("services/order-life/pom.xml", pom("order-life", List.of("messages"), ""));
    repository.write("services/service-kit/pom.xml", pom("service-kit", List.of(), ""));
    repository.write("services/pricing-core/pom.xml", pom("pricing-core", List.of(), ""));
    repository.write("pipelines/cli/pom.xml", pom("cli", List.of("pricing-core"), ""));
    repository.write("feature-flags/definitions/pom.xml", pom("flags-definitions", List.of(), ""));
    repository.write(
        "feature-flags/catalogue/pom.xml",
        pom("flags-catalogue", List.of(), plugin("exec-maven-plugin", "flags-definitions")));
    for (var service : SERVICES.entrySet()) {
      repository.write(
          "services/" + service.getKey() + "/pom.xml",
          pom(
              service.getKey(),
              service.getValue(),
              plugin("spring-boot-maven-plugin", "no-module")));
    }
    repository.write(
        "services/mes/src/main/java/Queue.java", "class Queue { Object f = Features.TAKE_NEXT; }");
    repository.write(
        "services/shop/src/main/resources/templates/next.html", "flags.isOn('take-next')");
    repository.write("services/crm/src/test/java/T.java", "class T { String s = \"take-next\"; }");
    repository.commit("the product");
    return repository;
  }

  /** Writes a file, in a folder that is made when it is not there. */
  public void write(String file, String content) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  /** Commits everything; the revision. */
  public String commit(String message) throws IOException, InterruptedException {
    return git.commitAll(message);
  }

  /** A new branch off another one, with one commit that writes these files; its revision. */
  public String branch(String name, String off, Map<String, String> files)
      throws IOException, InterruptedException {
    git.run("checkout", "--quiet", "-b", name, off);
    for (var file : files.entrySet()) {
      write(file.getKey(), file.getValue());
    }
    return commit(name + " changes " + files.keySet());
  }

  private static String pom(String artifact, List<String> uses, String plugin) {
    String dependencies =
        uses.stream().map(used -> dependency(used, "compile")).collect(Collectors.joining());
    return """
    <project>
      <parent><groupId>com.alexandrite</groupId><artifactId>root</artifactId></parent>
      <artifactId>%s</artifactId>
      <dependencies>%s%s</dependencies>
      %s
    </project>
    """
        .formatted(artifact, dependencies, dependency("cli", "test"), plugin);
  }

  private static String plugin(String name, String dependency) {
    return "<build><plugins><plugin><artifactId>%s</artifactId><dependencies>%s</dependencies></plugin></plugins></build>"
        .formatted(name, dependency(dependency, "compile"));
  }

  private static String dependency(String artifact, String scope) {
    return "<dependency><groupId>com.alexandrite</groupId><artifactId>%s</artifactId><scope>%s</scope></dependency>"
        .formatted(artifact, scope);
  }
}
