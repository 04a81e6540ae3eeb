package com.alexandrite.rollouts.engine.validation;

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
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Our types are those of the custom resource definition, and none of its fields is left out. */
class ApiTypesTest {

  private final List<String> mistakes = new ArrayList<>();

  @Test
  void areThoseOfTheDefinition() throws IOException {
    Optional<Path> file = definition();
    if (file.isEmpty()) {
      System.out.println("rollout-crd.yaml: not present, nothing compared");
      return;
    }
    Object definition =
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file.get()));
    Map<String, Object> spec = Data.map(Data.map(definition).get("spec"));
    Map<String, Object> version = Data.map(Data.list(spec.get("versions")).getFirst());
    Map<String, Object> root = Data.map(Data.map(version.get("schema")).get("openAPIV3Schema"));
    compare("RolloutSpec", Data.map(Data.map(root.get("properties")).get("spec")), "spec");
    assertThat(mistakes).isEmpty();
  }

  private void compare(String type, Map<String, Object> schema, String path) {
    Map<String, Object> properties = Data.map(schema.get("properties"));
    boolean open = Data.flag(schema.get("x-kubernetes-preserve-unknown-fields"));
    if (type.equals("any") || (open && properties.isEmpty())) {
      return;
    }
    if (type.endsWith("[]")) {
      compare(element(type), Data.map(schema.get("items")), path + "[]");
    } else if (type.endsWith("{}")) {
      compare(element(type), Data.map(schema.get("additionalProperties")), path + "{}");
    } else if (Character.isLowerCase(type.charAt(0))) {
      expect(kinds(type).contains(kind(schema)), path + " is no " + type);
    } else {
      fields(type, properties, path);
    }
  }

  private void fields(String type, Map<String, Object> properties, String path) {
    Map<String, String> declared = ApiTypes.fieldsOf(type);
    properties.forEach((name, property) -> {
      String known = declared.get(name);
      if (known != null) {
        compare(known, Data.map(property), path + "." + name);
      } else {
        expect(path.startsWith("spec.template"), path + "." + name + " is left out");
      }
    });
  }

  private static String element(String type) {
    return type.substring(0, type.length() - 2);
  }

  private static List<String> kinds(String type) {
    return switch (type) {
      case "text", "time" -> List.of("string");
      case "flag" -> List.of("boolean");
      case "int" -> List.of("integer");
      default -> List.of("either");
    };
  }

  private static String kind(Map<String, Object> schema) {
    return Data.flag(schema.get("x-kubernetes-int-or-string"))
        ? "either"
        : Data.text(schema.get("type"));
  }

  private void expect(boolean right, String mistake) {
    if (!right) {
      mistakes.add(mistake);
    }
  }

  private static Optional<Path> definition() {
    String given = System.getProperty("alexandrite.shared");
    if (given != null) {
      return existing(Path.of(given));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Optional<Path> file = existing(at.resolve("shared"));
      if (file.isPresent()) {
        return file;
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> existing(Path shared) {
    return Optional.of(shared.resolve("schemas/rollout-crd.yaml")).filter(Files::exists);
  }
}
