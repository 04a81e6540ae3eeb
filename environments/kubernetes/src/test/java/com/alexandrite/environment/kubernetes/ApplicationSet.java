package com.alexandrite.environment.kubernetes;

import static com.alexandrite.environment.kubernetes.Manifest.MAPPER;

import com.alexandrite.environment.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Does with an ApplicationSet what Argo CD does: each text of its template is a Go template with
 * the functions of sprig. Helm brings the same engine and functions.
 */
record ApplicationSet(Manifest manifest) {

  /** The one of this name, as it is installed for GitHub. */
  static ApplicationSet named(String name) throws IOException {
    return new ApplicationSet(
        Manifest.one(Manifest.rendered("argocd/github"), "ApplicationSet", name));
  }

  /** An Application for each pull request. */
  List<Manifest> applications(List<PullRequest> requests) throws IOException {
    JsonNode template = manifest.json().at("/spec/template");
    List<String> texts = new ArrayList<>();
    collect(template, texts);
    List<Manifest> applications = new ArrayList<>();
    for (List<String> answers : answers(texts, requests)) {
      ObjectNode application = (ObjectNode) fill(template, answers.iterator());
      application.put("apiVersion", "argoproj.io/v1alpha1").put("kind", "Application");
      ((ObjectNode) application.path("metadata")).put("namespace", manifest.namespace());
      applications.add(new Manifest(application));
    }
    return applications;
  }

  private static List<List<String>> answers(List<String> texts, List<PullRequest> requests)
      throws IOException {
    Path chart = Files.createTempDirectory("chart-");
    try {
      writeChart(chart, texts, requests);
      String rendered =
          Tools.here()
              .helm(
                  "template",
                  chart.toString(),
                  "--values",
                  chart.resolve("requests.json").toString());
      return Manifest.all(rendered).stream()
          .map(it -> Manifest.stream(it.json().path("texts")).map(JsonNode::asString).toList())
          .toList();
    } finally {
      Folders.delete(chart);
    }
  }

  private static void writeChart(Path chart, List<String> texts, List<PullRequest> requests)
      throws IOException {
    Files.writeString(chart.resolve("Chart.yaml"), "{apiVersion: v2, name: it, version: 0.0.1}");
    Files.createDirectory(chart.resolve("templates"));
    Files.writeString(chart.resolve("templates/it.yaml"), template(texts));
    var parameters = Map.of("requests", requests.stream().map(PullRequest::parameters).toList());
    Files.writeString(chart.resolve("requests.json"), MAPPER.writeValueAsString(parameters));
  }

  /** For each request a document with all texts; inside of each, $ is the request. */
  private static String template(List<String> texts) {
    var all = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      all.append("{{ define \"t%d\" }}%s{{ end }}\n".formatted(i, texts.get(i)));
    }
    all.append("{{ range .Values.requests }}---\nkind: Texts\napiVersion: v1\ntexts:\n");
    for (int i = 0; i < texts.size(); i++) {
      all.append("- {{ include \"t%d\" . | toJson }}\n".formatted(i));
    }
    return all.append("{{ end }}").toString();
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isString()) {
      texts.add(node.asString());
    }
    node.forEach(child -> collect(child, texts));
  }

  private static JsonNode fill(JsonNode node, java.util.Iterator<String> answers) {
    if (node.isString()) {
      return MAPPER.getNodeFactory().stringNode(answers.next());
    }
    if (node instanceof ArrayNode array) {
      ArrayNode filled = MAPPER.createArrayNode();
      array.forEach(child -> filled.add(fill(child, answers)));
      return filled;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode filled = MAPPER.createObjectNode();
      object.properties().forEach(it -> filled.set(it.getKey(), fill(it.getValue(), answers)));
      return filled;
    }
    return node;
  }
}
