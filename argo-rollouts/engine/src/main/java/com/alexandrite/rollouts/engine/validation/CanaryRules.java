package com.alexandrite.rollouts.engine.validation;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of {@code spec.strategy.canary}. */
final class CanaryRules {

  private static final String STABLE_SERVICE = "stableService";
  private static final String SCALE_DOWN_DELAY = "scaleDownDelaySeconds";
  private static final String DYNAMIC_STABLE_SCALE = "dynamicStableScale";
  private static final Pattern PERCENT = Pattern.compile("[0-9]+%");

  private final Map<String, Object> canary;
  private final Router router;
  private final Place place;
  private final Findings findings;

  CanaryRules(Map<String, Object> rollout, Place place, Findings findings) {
    Map<String, Object> strategy = Data.map(Data.map(rollout.get("spec")).get("strategy"));
    this.canary = Data.map(strategy.get("canary"));
    this.router = Router.of(canary);
    this.place = place;
    this.findings = findings;
  }

  void check() {
    limits();
    services();
    pingPong();
    routerServices();
    scaling();
    List<Object> steps = Data.list(canary.get("steps"));
    for (int i = 0; i < steps.size(); i++) {
      new StepRules(router, place, findings)
          .check(Data.map(steps.get(i)), place.child("steps").index(i));
    }
    AntiAffinityRules.check(canary.get("antiAffinity"), place, findings);
  }

  private void limits() {
    if (size(canary.get("maxSurge")) == 0 && size(canary.get("maxUnavailable")) == 0) {
      findings.add(place.child("maxSurge"), Rule.SURGE_AND_UNAVAILABLE);
    }
  }

  /** Its default is not 0; a text that is neither percentage nor number counts as 0. */
  private static int size(@Nullable Object value) {
    if (value == null) {
      return 1;
    }
    String text = value.toString();
    String number = PERCENT.matcher(text).matches() ? text.substring(0, text.length() - 1) : text;
    try {
      return (int) Math.clamp(Long.parseLong(number), -1L, 1L);
    } catch (NumberFormatException neither) {
      return 0;
    }
  }

  private void services() {
    String canaryService = text("canaryService");
    if (!canaryService.isEmpty() && canaryService.equals(text(STABLE_SERVICE))) {
      findings.add(place.child(STABLE_SERVICE), Rule.SAME_SERVICES);
    }
  }

  private void pingPong() {
    if (canary.get("pingPong") == null) {
      return;
    }
    Map<String, Object> pingPong = Data.map(canary.get("pingPong"));
    Place at = place.child("pingPong");
    Place alb = place.child("trafficRouting").child("alb");
    String ping = Data.text(pingPong.get("pingService"));
    String pong = Data.text(pingPong.get("pongService"));
    if (router.present() && !router.any("alb", "istio", "plugins")) {
      findings.add(alb, Rule.PING_PONG_ROUTER);
    }
    if (ping.isEmpty()) {
      findings.add(at.child("pingService"), Rule.PING_PONG_SERVICE);
    }
    if (pong.isEmpty()) {
      findings.add(at.child("pongService"), Rule.PING_PONG_SERVICE);
    }
    if (ping.equals(pong)) {
      findings.add(at.child("pingService"), Rule.PING_PONG_SAME);
    }
    if (router.any("alb") && Data.text(router.block("alb").get("rootService")).isEmpty()) {
      findings.add(alb.child("rootService"), Rule.ALB_ROOT);
    }
  }

  private void routerServices() {
    if (!router.needsServices(canary.get("pingPong") != null)) {
      return;
    }
    for (String service : List.of(STABLE_SERVICE, "canaryService")) {
      if (text(service).isEmpty()) {
        findings.add(place.child(service), Rule.ROUTER_SERVICES);
      }
    }
  }

  private void scaling() {
    boolean delayed = canary.get(SCALE_DOWN_DELAY) != null;
    boolean dynamic = Data.flag(canary.get(DYNAMIC_STABLE_SCALE));
    if (router.present()) {
      if (delayed && dynamic) {
        findings.add(place.child(DYNAMIC_STABLE_SCALE), Rule.DYNAMIC_WITH_DELAY);
      }
      if (router.writesMaxWeight() && !router.any("nginx", "plugins")) {
        findings.add(
            place.child("trafficRouting").child("maxTrafficWeight"), Rule.MAX_WEIGHT_ROUTER);
      }
      return;
    }
    if (delayed) {
      findings.add(place.child(SCALE_DOWN_DELAY), Rule.SCALE_DOWN_WITHOUT_ROUTER);
    }
    if (dynamic) {
      findings.add(place.child(DYNAMIC_STABLE_SCALE), Rule.DYNAMIC_WITHOUT_ROUTER);
    }
  }

  private String text(String name) {
    return Data.text(canary.get(name));
  }
}
