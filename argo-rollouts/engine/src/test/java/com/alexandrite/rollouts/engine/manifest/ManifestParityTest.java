package com.alexandrite.rollouts.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.model.Data;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The services' manifests say nothing that the real Argo Rollouts would not understand. */
class ManifestParityTest {

  @Test
  void fitsTheCustomResourceDefinitions() throws IOException {
    Optional<Path> schemas = schemas();
    if (schemas.isEmpty()) {
      System.out.println("schemas: not present, nothing compared");
      return;
    }
    List<String> mistakes = new ArrayList<>();
    for (String service : ShopManifests.SERVICES) {
      for (ManifestFile file : ShopManifests.files(service)) {
        compare(file, schemas.get(), mistakes);
      }
    }
    assertThat(mistakes).isEmpty();
  }

  private static void compare(ManifestFile file, Path schemas, List<String> mistakes)
      throws IOException {
    for (ManifestDocument document : documents(file)) {
      Optional<Map<String, Object>> schema = schema(schemas, document.kind());
      if (schema.isPresent()) {
        compare(document.data(), schema.get(), document.kind(), mistakes);
      }
    }
  }

  /** Types and known fields; what the definitions leave open is not looked into. */
  private static void compare(
      Object value, Map<String, Object> schema, String path, List<String> mistakes) {
    if (Data.flag(schema.get("x-kubernetes-preserve-unknown-fields"))) {
      return;
    }
    if (Data.flag(schema.get("x-kubernetes-int-or-string"))) {
      expect(value instanceof Integer || value instanceof String, path, "int or text", mistakes);
      return;
    }
    switch (Data.text(schema.get("type"))) {
      case "object" -> object(value, schema, path, mistakes);
      case "array" ->
          Data.list(value)
              .forEach(it -> compare(it, Data.map(schema.get("items")), path + "[]", mistakes));
      case "integer" -> expect(value instanceof Integer, path, "whole number", mistakes);
      case "boolean" -> expect(value instanceof Boolean, path, "true or false", mistakes);
      case "string" -> expect(value instanceof String, path, "text", mistakes);
      default -> {}
    }
  }

  private static void object(
      Object value, Map<String, Object> schema, String path, List<String> mistakes) {
    Map<String, Object> properties = Data.map(schema.get("properties"));
    Object additional = schema.get("additionalProperties");
    Data.map(value)
        .forEach((name, field) -> {
          if (properties.containsKey(name)) {
            compare(field, Data.map(properties.get(name)), path + "." + name, mistakes);
          } else {
            boolean open = additional != null || properties.isEmpty();
            expect(open, path + "." + name, "known field", mistakes);
          }
        });
    for (Object name : Data.list(schema.get("required"))) {
      boolean present = Data.map(value).containsKey(name.toString());
      expect(present, path + "." + name, "required field", mistakes);
    }
  }

  private static void expect(boolean ok, String path, String what, List<String> mistakes) {
    if (!ok) {
      mistakes.add(path + " is no " + what);
    }
  }

  private static Optional<Map<String, Object>> schema(Path folder, String kind) throws IOException {
    String name =
        switch (kind) {
          case "Rollout" -> "rollout-crd.yaml";
          case "AnalysisTemplate" -> "analysis-template-crd.yaml";
          default -> "";
        };
    if (name.isEmpty()) {
      return Optional.empty();
    }
    ManifestFile file = new ManifestFile(name, Files.readString(folder.resolve(name)));
    Map<String, Object> spec = Data.map(documents(file).getFirst().data().get("spec"));
    Map<String, Object> version = Data.map(Data.list(spec.get("versions")).getFirst());
    return Optional.of(Data.map(Data.map(version.get("schema")).get("openAPIV3Schema")));
  }

  private static List<ManifestDocument> documents(ManifestFile file) {
    List<Refusal> refusals = new ArrayList<>();
    List<ManifestDocument> documents = new YamlReader(file, refusals).documents();
    assertThat(refusals).isEmpty();
    return documents;
  }

  private static Optional<Path> schemas() {
    String given = System.getProperty("alexandrite.shared");
    if (given != null) {
      return Optional.of(Path.of(given, "schemas")).filter(Files::isDirectory);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared/schemas");
      if (Files.isDirectory(folder)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }
}
