package com.alexandrite.rollouts.engine.validation;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of steps that set a route: by header, or as a mirror. */
final class RouteRules {

  private static final String HEADER = "setHeaderRoute";
  private static final String MIRROR = "setMirrorRoute";
  private static final String MATCH = "match";

  private final Router router;
  private final Place canary;
  private final Findings findings;

  RouteRules(Router router, Place canary, Findings findings) {
    this.router = router;
    this.canary = canary;
    this.findings = findings;
  }

  void check(Map<String, Object> step, Place place) {
    if (step.get(HEADER) != null) {
      header(Data.map(step.get(HEADER)), place.child(HEADER));
    }
    if (step.get(MIRROR) != null) {
      mirror(Data.map(step.get(MIRROR)), place.child(MIRROR));
    }
    managed(step, place);
  }

  private void header(Map<String, Object> route, Place place) {
    if (!router.any("istio", "alb", "apisix", "plugins")) {
      findings.add(place, Rule.HEADER_ROUTER);
      return;
    }
    List<Object> matches = Data.list(route.get(MATCH));
    for (int i = 0; i < matches.size(); i++) {
      Object value = Data.map(matches.get(i)).get("headerValue");
      Place at = place.child(MATCH).index(i);
      if (router.any("alb")) {
        albValue(value, at);
      } else {
        oneValue(value, at);
      }
    }
  }

  private void albValue(@Nullable Object value, Place place) {
    if (value == null) {
      findings.add(place, Rule.MATCH_MISSING);
    } else if (!said(value, "exact") || said(value, "regex") || said(value, "prefix")) {
      findings.add(place, Rule.ALB_EXACT);
    }
  }

  private void oneValue(@Nullable Object value, Place place) {
    long values =
        value == null
            ? 0
            : Stream.of("exact", "regex", "prefix").filter(kind -> said(value, kind)).count();
    if (values != 1) {
      findings.add(place, values == 0 ? Rule.MATCH_MISSING : Rule.MATCH_MULTIPLE);
    }
  }

  private static boolean said(Object value, String kind) {
    return !Data.text(Data.map(value).get(kind)).isEmpty();
  }

  /** The real controller looks at the method twice, and at no header. */
  private void mirror(Map<String, Object> route, Place place) {
    if (!router.any("istio", "plugins")) {
      findings.add(place, Rule.MIRROR_ROUTER);
    }
    List<Object> matches = Data.list(route.get(MATCH));
    for (int i = 0; i < matches.size(); i++) {
      Map<String, Object> match = Data.map(matches.get(i));
      for (String part : List.of("method", "path", "method")) {
        if (match.get(part) != null) {
          oneValue(match.get(part), place.child(MATCH).index(i));
        }
      }
    }
  }

  private void managed(Map<String, Object> step, Place place) {
    List<String> routes = Stream.of(HEADER, MIRROR).filter(it -> step.get(it) != null).toList();
    if (!router.present() || routes.isEmpty()) {
      return;
    }
    if (!router.writesManagedRoutes()) {
      findings.add(canary.child("trafficRouting").child("managedRoutes"), Rule.MISSING_FIELD);
      return;
    }
    for (String route : routes) {
      if (!router.manages(Data.text(Data.map(step.get(route)).get("name")))) {
        findings.add(place.child(route), Rule.ROUTE_UNMANAGED);
      }
    }
  }
}
