package com.alexandrite.environment.kubernetes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One object that a cluster gets. */
record Manifest(JsonNode json) {

  static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Every document of a YAML text. */
  static List<Manifest> all(String yaml) {
    List<Manifest> all = new ArrayList<>();
    for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
      if (document != null) {
        all.add(new Manifest(MAPPER.valueToTree(document)));
      }
    }
    return all;
  }

  /** What kustomize makes of a folder below environments/kubernetes. */
  static List<Manifest> rendered(String folder) throws IOException {
    return all(Tools.here().kubectl("kustomize", Tools.manifests().resolve(folder).toString()));
  }

  /** What the schemas say against these objects. */
  static List<String> mistakes(List<Manifest> all) throws IOException {
    return Tools.here().check(MAPPER.writeValueAsString(all.stream().map(Manifest::json).toList()));
  }

  String kind() {
    return json.path("kind").asString();
  }

  String name() {
    return json.path("metadata").path("name").asString();
  }

  String namespace() {
    return json.path("metadata").path("namespace").asString("");
  }

  boolean is(String kind, String name) {
    return kind().equals(kind) && name().equals(name);
  }

  /** Whether pods come from it. */
  boolean runs() {
    return json.at("/spec/template/spec/containers").isArray();
  }

  /** The one of this kind and name. */
  static Manifest one(List<Manifest> all, String kind, String name) {
    return all.stream()
        .filter(it -> it.is(kind, name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
  }

  /** The workload of a service. */
  static Manifest workload(List<Manifest> all, String service) {
    return one(all, "Rollout", service);
  }

  /** The name of the ConfigMap that a service's pods read. */
  static String configMap(List<Manifest> all, String service) {
    return stream(workload(all, service).json().at("/spec/template/spec/containers/0/envFrom"))
        .map(source -> source.at("/configMapRef/name").asString(""))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElseThrow(() -> new AssertionError(service + " reads no ConfigMap"));
  }

  /** The data of the ConfigMap that a service's pods read. */
  static Map<String, String> data(List<Manifest> all, String service) {
    return MAPPER.convertValue(
        one(all, "ConfigMap", configMap(all, service)).json().path("data"),
        MAPPER.getTypeFactory().constructMapType(Map.class, String.class, String.class));
  }

  static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  @Override
  public String toString() {
    return kind() + " " + name();
  }
}
