package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.ServiceSelection;
import java.util.List;

/** One rollout with everything that its manifests say. */
public record ManifestSet(
    Rollout rollout,
    List<AnalysisTemplate> templates,
    List<ServiceManifest> services,
    List<HttpRouteManifest> routes) {

  public ManifestSet {
    templates = List.copyOf(templates);
    services = List.copyOf(services);
    routes = List.copyOf(routes);
  }

  /** The state of a rollout that is applied for the first time. */
  public RolloutState initialState() {
    return RolloutState.initial(
        rollout,
        templates,
        services.stream().map(service -> new ServiceSelection(service.name(), null)).toList());
  }

  /**
   * The state after these manifests are applied again: wanted is what they say now, but the running
   * pod template's image stays (it is released, not applied) unless the manifests' own is asked
   * for.
   */
  public RolloutState appliedTo(RolloutState before, boolean keepImage) {
    String image = before.rollout().spec().template().container().image();
    RolloutSpec spec = rollout.spec();
    RolloutSpec wanted = keepImage ? spec.withTemplate(spec.template().withImage(image)) : spec;
    return before
        .withSpec(old ->
            // A restart that somebody asked for is not taken back by manifests that say nothing.
            spec.restartAt() == null ? wanted.withRestartAt(old.restartAt()) : wanted)
        .withTemplates(templates)
        .withServices(
            services.stream()
                .map(service ->
                    before
                        .service(service.name())
                        .orElse(new ServiceSelection(service.name(), null)))
                .toList());
  }

  ManifestSet withRollout(Rollout changed) {
    return new ManifestSet(changed, templates, services, routes);
  }
}
