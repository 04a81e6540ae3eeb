package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.CanaryStep;
import com.alexandrite.rollouts.engine.model.CanaryStrategy;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.BackgroundAnalysis;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.ReplicaProgressThreshold;
import com.alexandrite.rollouts.engine.model.CanaryStrategy.TrafficRouting;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.model.IntOrString;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads spec.strategy.canary. */
final class CanaryReader {

  private static final List<String> OTHER_ROUTERS =
      List.of("alb", "ambassador", "apisix", "appMesh", "istio", "nginx", "smi", "traefik");

  private final Capabilities capabilities;
  private final String namespace;

  CanaryReader(Capabilities capabilities, String namespace) {
    this.capabilities = capabilities;
    this.namespace = namespace;
  }

  CanaryStrategy read(Fields fields) {
    fields.ignore("antiAffinity");
    fields.refuse("canaryMetadata", "Remove it: pods of a role carry no extra labels here");
    fields.refuse("stableMetadata", "Remove it: pods of a role carry no extra labels here");
    fields.refuse("pingPong", "Name canaryService and stableService instead");
    CanaryStrategy canary =
        new CanaryStrategy(
            fields.text("canaryService"),
            fields.text("stableService"),
            fields.<CanaryStep>list("steps", new StepReader(capabilities)::read),
            fields.has("trafficRouting") ? trafficRouting(fields.child("trafficRouting")) : null,
            orDefault(fields.intOrString("maxSurge"), CanaryStrategy.DEFAULT_MAX_SURGE),
            orDefault(fields.intOrString("maxUnavailable"), CanaryStrategy.DEFAULT_MAX_UNAVAILABLE),
            fields.has("analysis") ? background(fields.child("analysis")) : null,
            fields.integer("scaleDownDelaySeconds"),
            fields.integer("scaleDownDelayRevisionLimit"),
            fields.integer("abortScaleDownDelaySeconds"),
            fields.flag("dynamicStableScale"),
            fields.integer("minPodsPerReplicaSet"),
            fields.has("replicaProgressThreshold")
                ? threshold(fields.child("replicaProgressThreshold"))
                : null,
            StepHash.of(fields.raw("steps")));
    fields.end();
    return canary;
  }

  private static IntOrString orDefault(@Nullable IntOrString value, IntOrString otherwise) {
    return value == null ? otherwise : value;
  }

  private @Nullable TrafficRouting trafficRouting(Fields fields) {
    OTHER_ROUTERS.forEach(
        router -> fields.refuse(router, "Use plugins.\"" + TrafficRouting.GATEWAY_API + "\""));
    Integer fullWeight = fullWeight(fields);
    List<String> managed = new ArrayList<>();
    fields.list("managedRoutes", route -> managedRoute(route, managed));
    Fields plugins = fields.child("plugins");
    TrafficRouting routing = null;
    for (String plugin : plugins.data().keySet()) {
      if (capabilities.routerPlugins().contains(plugin)) {
        routing = plugin(plugin, plugins.child(plugin), managed, fullWeight);
      } else {
        plugins.refuse(plugin, "Use \"" + TrafficRouting.GATEWAY_API + "\"");
      }
    }
    if (!fields.has("plugins") && fields.data().isEmpty()) {
      fields.problem("plugins", "is missing", "Add \"" + TrafficRouting.GATEWAY_API + "\"");
    }
    fields.end();
    return routing;
  }

  private @Nullable Integer fullWeight(Fields fields) {
    if (capabilities.routerPlugins().contains(TrafficRouting.GATEWAY_API)) {
      fields.refuse("maxTrafficWeight", "Remove it: the Gateway API router counts to 100");
    }
    Integer weight = fields.integer("maxTrafficWeight");
    if (weight != null && weight < 1) {
      fields.problem("maxTrafficWeight", "must be above 0", "Write the weight of all traffic");
    }
    return weight;
  }

  private static @Nullable Object managedRoute(Fields route, List<String> names) {
    names.add(route.required("name"));
    route.end();
    return null;
  }

  private TrafficRouting plugin(
      String name, Fields fields, List<String> managed, @Nullable Integer fullWeight) {
    List<String> routes = new ArrayList<>();
    if (fields.has("httpRoute")) {
      routes.add(fields.text("httpRoute"));
    }
    routes.addAll(fields.<String>list("httpRoutes", route -> route(route, !managed.isEmpty())));
    fields.refuse("grpcRoute", "Use httpRoute");
    fields.refuse("grpcRoutes", "Use httpRoutes");
    fields.refuse("tcpRoute", "Use httpRoute");
    fields.refuse("tcpRoutes", "Use httpRoutes");
    String written = fields.text("namespace");
    if (name.equals(TrafficRouting.GATEWAY_API)) {
      if (routes.isEmpty()) {
        fields.problem("httpRoute", "is missing", "Name the HTTPRoute with the two backends");
      }
      fields.end();
    }
    return new TrafficRouting(
        name, routes, written.isEmpty() ? namespace : written, managed, fullWeight);
  }

  /** There a managed route is set only in those that ask for it, here in all of them. */
  private static String route(Fields fields, boolean managedRoutes) {
    String name = fields.required("name");
    if (!fields.flag("useHeaderRoutes") && managedRoutes) {
      fields.problem("useHeaderRoutes", "must be true", "A route is set in all HTTPRoutes here");
    }
    fields.end();
    return name;
  }

  private static BackgroundAnalysis background(Fields fields) {
    Integer startingStep = fields.integer("startingStep");
    BackgroundAnalysis analysis =
        new BackgroundAnalysis(AnalysisReader.analysis(fields), startingStep);
    fields.end();
    return analysis;
  }

  private static ReplicaProgressThreshold threshold(Fields fields) {
    ReplicaProgressThreshold threshold =
        new ReplicaProgressThreshold(
            fields.required("type"), Objects.requireNonNullElse(fields.integer("value"), 0));
    fields.end();
    return threshold;
  }

  /** The plain text of a namespace that may be absent. */
  static String namespaceOf(Fields metadata) {
    String namespace = Data.text(metadata.raw("namespace"));
    return namespace.isEmpty() ? "default" : namespace;
  }
}
