package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads Services and HTTPRoutes. */
final class NetworkReader {

  private NetworkReader() {}

  static ServiceManifest service(Fields document, String name) {
    Fields spec = document.child("spec");
    spec.texts("selector");
    spec.ignore("clusterIP", "internalTrafficPolicy", "ipFamilies", "ipFamilyPolicy");
    String type = spec.text("type");
    if (!type.isEmpty() && !type.equals("ClusterIP")) {
      spec.problem("type", "must be ClusterIP", "The route is the way in; remove it");
    }
    Map<String, Integer> ports = new LinkedHashMap<>();
    spec.list("ports", port -> port(port, ports));
    spec.end();
    return new ServiceManifest(name, ports);
  }

  private static @Nullable Object port(Fields fields, Map<String, Integer> ports) {
    ports.put(fields.text("name"), fields.integer("port", 0));
    fields.ignore("targetPort", "protocol", "appProtocol");
    fields.end();
    return null;
  }

  static HttpRouteManifest route(Fields document, String name) {
    Fields spec = document.child("spec");
    String namespace = CanaryReader.namespaceOf(document.child("metadata"));
    spec.ignore("parentRefs");
    List<String> hostnames = Data.list(spec.raw("hostnames")).stream().map(Data::text).toList();
    List<String> backends = new ArrayList<>();
    spec.list("rules", rule -> rule(rule, backends));
    if (backends.isEmpty()) {
      spec.problem("rules", "names no backend", "Add backendRefs with the two Services");
    }
    spec.end();
    return new HttpRouteManifest(name, namespace, hostnames, List.copyOf(backends));
  }

  private static @Nullable Object rule(Fields rule, List<String> backends) {
    rule.ignore("name");
    rule.refuse("filters", "Remove it");
    rule.refuse("timeouts", "Remove it: the edge has its own");
    rule.refuse("retry", "Remove it: a repeated request would hide a fault");
    rule.list("matches", NetworkReader::match);
    rule.list(
        "backendRefs",
        backend -> {
          String name = backend.required("name");
          if (!backends.contains(name)) {
            backends.add(name);
          }
          backend.ignore("group", "kind", "port", "weight");
          backend.refuse("filters", "Remove it");
          backend.refuse("namespace", "Put the Service beside the route");
          backend.end();
          return null;
        });
    rule.end();
    return null;
  }

  private static @Nullable Object match(Fields match) {
    match.refuse("headers", "Remove it: one route carries all requests");
    match.refuse("queryParams", "Remove it: one route carries all requests");
    match.refuse("method", "Remove it: one route carries all requests");
    Fields path = match.child("path");
    path.ignore("type", "value");
    path.end();
    match.end();
    return null;
  }
}
