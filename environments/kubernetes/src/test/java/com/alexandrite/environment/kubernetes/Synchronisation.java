package com.alexandrite.environment.kubernetes;

import static com.alexandrite.environment.kubernetes.Manifest.MAPPER;

import com.alexandrite.environment.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders an Application as Argo CD does: in a copy of the sources it edits the kustomization of
 * the Application's path, then builds that.
 */
final class Synchronisation {

  private static final List<String> SOURCES =
      List.of("argo-rollouts/manifests", "environments/kubernetes");

  private Synchronisation() {}

  static List<Manifest> of(Manifest application) throws IOException {
    JsonNode source = application.json().at("/spec/source");
    Path copy = Files.createTempDirectory("sources-");
    try {
      copySources(copy);
      Path path = copy.resolve(source.path("path").asString());
      edit(path.resolve("kustomization.yaml"), source.path("kustomize"));
      return Manifest.all(Tools.here().kubectl("kustomize", path.toString()));
    } finally {
      Folders.delete(copy);
    }
  }

  private static void edit(Path file, JsonNode asked) throws IOException {
    ObjectNode kustomization = (ObjectNode) Manifest.all(Files.readString(file)).getFirst().json();
    if (asked.has("namespace")) {
      kustomization.set("namespace", asked.path("namespace"));
    }
    asked.path("images").forEach(image -> setImage(kustomization, image.asString()));
    asked.path("patches").forEach(patch -> kustomization.withArray("patches").add(patch));
    Files.writeString(file, MAPPER.writeValueAsString(kustomization));
  }

  /** {@code name=newName:newTag}, as {@code kustomize edit set image} reads it. */
  private static void setImage(ObjectNode kustomization, String asked) {
    String name = asked.substring(0, asked.indexOf('='));
    String image = asked.substring(asked.indexOf('=') + 1);
    ArrayNode images = kustomization.withArray("images");
    for (int i = images.size() - 1; i >= 0; i--) {
      if (images.get(i).path("name").asString().equals(name)) {
        images.remove(i);
      }
    }
    images
        .addObject()
        .put("name", name)
        .put("newName", image.substring(0, image.indexOf(':')))
        .put("newTag", image.substring(image.indexOf(':') + 1));
  }

  private static void copySources(Path copy) throws IOException {
    for (String source : SOURCES) {
      Path from = Tools.checkout().resolve(source);
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : files.filter(Synchronisation::ours).toList()) {
          Path to = copy.resolve(Tools.checkout().relativize(file));
          Files.createDirectories(to.getParent());
          Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static boolean ours(Path file) {
    String path = file.toString();
    return Files.isRegularFile(file)
        && !path.contains("/target/")
        && !path.contains("/src/")
        && !path.contains("/node_modules/");
  }
}
