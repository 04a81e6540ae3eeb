package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.Rollout;
import com.alexandrite.rollouts.engine.model.RolloutSpec;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.model.ServiceSelection;
import com.alexandrite.rollouts.engine.safeguard.ConfigRevisions;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        rollout, templates, services.stream().map(it -> selection(it, null)).toList());
  }

  /** A Service as it selects now, with the routes that the rollout moves by it. */
  private ServiceSelection selection(ServiceManifest service, @Nullable String hash) {
    List<String> moved =
        rollout.spec().blueGreen() == null
            ? List.of()
            : BlueGreenReferences.routesTo(service.name(), routes);
    return new ServiceSelection(service.name(), hash, moved);
  }

  /**
   * The state after these manifests are applied again: wanted is what they say now, but the running
   * pod template's image stays (it is released, not applied) unless the manifests' own is asked
   * for.
   */
  public RolloutState appliedTo(RolloutState before, boolean keepImage) {
    String image = before.rollout().spec().template().container().image();
    RolloutSpec spec = rollout.spec();
    PodTemplate template = configured(before);
    RolloutSpec wanted = spec.withTemplate(keepImage ? template.withImage(image) : template);
    return before
        .withRollout(before.rollout().withAnnotations(rollout.annotations()))
        .withSpec(old ->
            // A restart that somebody asked for is not taken back by manifests that say nothing.
            spec.restartAt() == null ? wanted.withRestartAt(old.restartAt()) : wanted)
        .withTemplates(templates)
        .withServices(
            services.stream()
                .map(it ->
                    selection(
                        it, before.service(it.name()).map(ServiceSelection::hash).orElse(null)))
                .toList());
  }

  /** Manifests don't say which configuration is released. */
  private PodTemplate configured(RolloutState before) {
    return ConfigRevisions.kept(
        rollout, before.rollout().spec().template(), rollout.spec().template());
  }

  ManifestSet withRollout(Rollout changed) {
    return new ManifestSet(changed, templates, services, routes);
  }
}
