package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.TrafficRouting;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.safeguard.Safeguards;
import com.alexandrite.rollouts.engine.validation.RolloutValidation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the manifests of one rollout: YAML in, a {@link ManifestSet} or refusals with file and line
 * out.
 */
public final class Manifests {

  private final Capabilities capabilities;
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<AnalysisTemplate> templates = new ArrayList<>();
  private final List<ServiceManifest> services = new ArrayList<>();
  private final List<HttpRouteManifest> routes = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private @Nullable Rollout rollout;
  private @Nullable ManifestDocument rolloutDocument;

  private Manifests(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  /** What came of reading. */
  public sealed interface Reading {

    /** Everything in these manifests is executed. */
    record Accepted(ManifestSet manifests) implements Reading {}

    /** Something is wrong or not executed; nothing may be applied. */
    record Refused(List<Refusal> refusals) implements Reading {

      public Refused {
        refusals = List.copyOf(refusals);
      }
    }
  }

  /** Reads files with one Rollout among them. */
  public static Reading read(List<ManifestFile> files, Capabilities capabilities) {
    Manifests manifests = new Manifests(capabilities);
    for (ManifestFile file : files) {
      new YamlReader(file, manifests.refusals).documents().forEach(manifests::document);
    }
    return manifests.finish(files);
  }

  private Reading finish(List<ManifestFile> files) {
    String file = files.isEmpty() ? "manifests" : files.getFirst().name();
    Rollout read = rollout;
    ManifestDocument document = rolloutDocument;
    if (read == null || document == null) {
      refusals.add(new Refusal(file, 0, "", "holds no Rollout", "Add one"));
      return new Reading.Refused(refusals);
    }
    if (refusals.isEmpty()) {
      new ReferenceRules(read, templates, services, routes)
          .check((path, problem, advice) -> refuse(document, path, problem, advice));
    }
    return refusals.isEmpty()
        ? new Reading.Accepted(new ManifestSet(read, templates, services, routes))
        : new Reading.Refused(refusals);
  }

  private void document(ManifestDocument document) {
    if (!names.add(document.kind() + "/" + document.name())) {
      refuse(document, "metadata.name", "is taken by another " + document.kind(), "Rename one");
    }
    Fields fields =
        new Fields(
            document.data(),
            "",
            (path, problem, advice) -> refuse(document, path, problem, advice));
    switch (document.kind()) {
      case "Rollout" -> rollout(document, fields);
      case "AnalysisTemplate" -> templates.add(template(document, fields, false));
      case "ClusterAnalysisTemplate" -> templates.add(template(document, fields, true));
      case "Service" -> {
        metadata(fields);
        services.add(NetworkReader.service(fields, document.name()));
      }
      case "HTTPRoute" -> {
        metadata(fields);
        routes.add(NetworkReader.route(fields, document.name()));
      }
      default ->
          refuse(
              document,
              "kind",
              "is not executed by this engine: " + document.kind(),
              "Keep it in another folder");
    }
  }

  private void rollout(ManifestDocument document, Fields fields) {
    if (rollout != null) {
      refuse(document, "kind", "is a second Rollout", "Keep each Rollout in its own folder");
    }
    rollout = new RolloutReader(capabilities).read(fields);
    rolloutDocument = document;
    Safeguards.check(rollout.annotations(), rollout.spec())
        .forEach(it -> refuse(document, it.path(), it.problem(), it.advice()));
    RolloutValidation.check(document.data()).stream()
        .filter(problem -> notYetRefused(document, problem.path()))
        .distinct()
        .forEach(it -> refuse(document, it.path(), it.problem(), it.advice()));
  }

  /** A field that is refused already, or that stands in such a field, needs no second word. */
  private boolean notYetRefused(ManifestDocument document, String path) {
    return List.copyOf(refusals).stream()
        .filter(refusal -> refusal.file().equals(document.file()))
        .map(Refusal::path)
        .filter(refused -> !refused.isEmpty())
        .noneMatch(refused ->
            path.equals(refused)
                || path.startsWith(refused + ".")
                || path.startsWith(refused + "["));
  }

  private AnalysisTemplate template(
      ManifestDocument document, Fields fields, boolean clusterScope) {
    metadata(fields);
    AnalysisTemplate template = AnalysisReader.template(fields, document.name(), clusterScope);
    TemplateRules.check(
        template, (path, problem, advice) -> refuse(document, path, problem, advice));
    return template;
  }

  private static void metadata(Fields document) {
    document.ignore("apiVersion", "kind", "status");
    Fields metadata = document.child("metadata");
    metadata.required("name");
    metadata.ignore("labels", "annotations", "namespace", "creationTimestamp");
    metadata.end();
    document.raw("spec");
    document.end();
  }

  private void refuse(ManifestDocument document, String path, String problem, String advice) {
    refusals.add(new Refusal(document.file(), document.line(path), path, problem, advice));
  }

  /** The names of the routes that a rollout's router block gives. */
  static Stream<String> routeNames(@Nullable TrafficRouting routing) {
    return routing == null ? Stream.of() : routing.httpRoutes().stream();
  }
}
