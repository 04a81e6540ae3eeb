package com.alexandrite.environment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A cluster would take every object: all fields exist, and their values are allowed. */
class SchemasIT {

  /** Below these anything may be a key. */
  private static final Set<String> OPEN =
      Set.of(
          "annotations",
          "argoproj-labs/gatewayAPI",
          "data",
          "default",
          "defaultRequest",
          "hard",
          "labels",
          "limits",
          "matchLabels",
          "max",
          "plugins",
          "requests",
          "selector");

  /** A Rollout's schema leaves them to the API server. */
  private static final Set<String> OPEN_IN_ROLLOUTS = Set.of("volumes");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "argocd/github",
        "argocd/gitlab",
        "cluster",
        "overlays/preview",
        "overlays/production",
        "overlays/staging",
        "space"
      })
  void what_is_rendered_fits_the_schemas(String folder) throws IOException {
    List<Manifest> all = Manifest.rendered(folder);

    assertThat(all).isNotEmpty();
    assertThat(Manifest.mistakes(all)).isEmpty();
  }

  @Test
  void each_object_with_a_misspelt_field_is_refused() throws IOException {
    List<Manifest> misspelt = new ArrayList<>();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (String folder :
        List.of("overlays/staging", "overlays/preview", "space", "cluster", "argocd/github")) {
      for (Manifest manifest : Manifest.rendered(folder)) {
        misspelt.add(misspelt(manifest, random, "n" + misspelt.size()));
      }
    }

    List<String> mistakes = Manifest.mistakes(misspelt);

    assertThat(misspelt)
        .as("seed %d", seed)
        .allSatisfy(it -> assertThat(mistakes).anyMatch(one -> one.startsWith(it + ":")));
  }

  private static Manifest misspelt(Manifest manifest, Random random, String name) {
    ObjectNode copy = (ObjectNode) manifest.json().deepCopy();
    ((ObjectNode) copy.path("metadata")).put("name", name);
    List<Runnable> misspellings = new ArrayList<>();
    Set<String> open = open(copy.path("kind").asString());
    copy.properties().stream()
        .filter(it -> !Set.of("apiVersion", "kind", "metadata").contains(it.getKey()))
        .forEach(it -> collect(it.getKey(), it.getValue(), open, misspellings));
    misspellings.add(() -> ((ObjectNode) copy.path("metadata")).put("namespacex", "any"));
    misspellings.get(random.nextInt(misspellings.size())).run();
    return new Manifest(copy);
  }

  private static Set<String> open(String kind) {
    Set<String> open = new HashSet<>(OPEN);
    if (kind.equals("Rollout")) {
      open.addAll(OPEN_IN_ROLLOUTS);
    }
    return open;
  }

  private static void collect(
      String key, JsonNode node, Set<String> open, List<Runnable> misspellings) {
    if (node instanceof ObjectNode object && !open.contains(key)) {
      for (String field : List.copyOf(object.propertyNames())) {
        misspellings.add(() -> object.set(field + "x", object.remove(field)));
        collect(field, object.path(field), open, misspellings);
      }
    } else if (node.isArray()) {
      node.forEach(child -> collect(key, child, open, misspellings));
    }
  }
}
