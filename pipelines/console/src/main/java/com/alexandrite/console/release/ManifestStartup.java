package com.alexandrite.console.release;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.rollouts.engine.port.RolloutStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When the console starts, rollouts that exist take up what has changed in their manifests' folder.
 */
@Component
@OnThisMachine
class ManifestStartup {
  private static final Logger log = LoggerFactory.getLogger(ManifestStartup.class);

  private final RolloutStore store;
  private final ManifestFolder folder;
  private final ManifestApplication manifests;

  ManifestStartup(RolloutStore store, ManifestFolder folder, ManifestApplication manifests) {
    this.store = store;
    this.folder = folder;
    this.manifests = manifests;
  }

  @EventListener(ApplicationReadyEvent.class)
  void applyChanges() {
    try {
      store.names().stream().filter(name -> !folder.of(name).isEmpty()).forEach(this::apply);
    } catch (RuntimeException e) {
      log.warn("the manifests are not looked at; the rollouts go on as they were", e);
    }
  }

  private void apply(String rollout) {
    try {
      manifests.apply(rollout, "", null, "console");
    } catch (Refused refusal) {
      log.error("{}: {} {}; it goes on as it was", rollout, refusal.detail(), refusal.problems());
    }
  }
}
