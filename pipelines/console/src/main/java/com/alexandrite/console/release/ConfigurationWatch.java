package com.alexandrite.console.release;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.ReplicaSet;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import com.alexandrite.rollouts.engine.reconcile.SafeguardOperations;
import com.alexandrite.rollouts.engine.safeguard.ConfigRevisions;
import com.alexandrite.rollouts.local.ConfigurationRevisions;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks whether a rollout's configuration has changed, and releases what has. */
@Component
@OnThisMachine
public class ConfigurationWatch {
  private static final Logger log = LoggerFactory.getLogger(ConfigurationWatch.class);
  private static final String ACTOR = "configuration";
  private static final String REASON = "its configuration changed";

  private final RolloutController controller;
  private final ConfigurationRevisions revisions;
  private final ReleaseOpening releases;
  private final AuditLog audit;
  private final Map<String, String> lastLook = new ConcurrentHashMap<>();

  ConfigurationWatch(
      RolloutController controller,
      ConsoleSettings settings,
      ReleaseOpening releases,
      AuditLog audit) {
    this.controller = controller;
    this.revisions = new ConfigurationRevisions(settings.configuration());
    this.releases = releases;
    this.audit = audit;
  }

  /** A rollout that is applied for the first time, with its configuration. */
  RolloutState first(RolloutState state) {
    if (!ConfigRevisions.asked(state.rollout())) {
      return state;
    }
    return SafeguardOperations.configured(state, keep(state));
  }

  /** A look before a pass; cheap for a rollout that does not ask for it. */
  public void look(RolloutState state) {
    if (!ConfigRevisions.asked(state.rollout())) {
      return;
    }
    String rollout = state.rollout().name();
    try {
      String now = revisions.hash(state.rollout().spec().template());
      // A file that is being written is another one at the next look.
      if (now.equals(lastLook.put(rollout, now))) {
        release(state);
      }
    } catch (UncheckedIOException e) {
      log.warn("{}: its configuration can not be read, it stays as it is", rollout, e);
    }
  }

  private void release(RolloutState before) {
    String rollout = before.rollout().name();
    if (SafeguardOperations.configured(before, lastLook.getOrDefault(rollout, "")).equals(before)) {
      return;
    }
    String hash = keep(before);
    controller
        .change(rollout, state -> SafeguardOperations.configured(state, hash))
        .filter(after -> !wanted(after).equals(wanted(before)))
        .ifPresent(after -> {
          releases.open(before, after, REASON, ACTOR, null);
          String subject = rollout + " " + Versions.wanted(after);
          audit.add(ACTOR, "release", subject, REASON, "a canary starts", before, after);
          revisions.keepOnly(rollout, inUse(after, hash));
        });
  }

  private String keep(RolloutState state) {
    PodTemplate template = wanted(state);
    String hash = revisions.hash(template);
    revisions.keep(state.rollout().name(), hash, template);
    return hash;
  }

  private static PodTemplate wanted(RolloutState state) {
    return state.rollout().spec().template();
  }

  private static Set<String> inUse(RolloutState state, String newest) {
    return Stream.concat(
            Stream.of(newest),
            state.replicaSets().stream()
                .map(ReplicaSet::template)
                .map(template -> template.annotations().getOrDefault(ConfigRevisions.HASH, newest)))
        .collect(Collectors.toSet());
  }
}
