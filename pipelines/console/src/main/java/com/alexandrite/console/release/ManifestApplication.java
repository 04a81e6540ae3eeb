package com.alexandrite.console.release;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.manifest.Intervals;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.manifest.Manifests;
import com.alexandrite.rollouts.engine.manifest.Manifests.Reading;
import com.alexandrite.rollouts.engine.manifest.Refusal;
import com.alexandrite.rollouts.engine.model.PodTemplate;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import com.alexandrite.rollouts.engine.reconcile.RolloutOperations;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Applies manifests: makes a rollout that is new, changes one that is there. Nothing is applied of
 * a set that holds anything the engine does not execute.
 */
@Service
@OnThisMachine
public class ManifestApplication implements ManifestIntake {
  private final RolloutController controller;
  private final ManifestFolder folder;
  private final ImageCheck images;
  private final ConfigurationWatch configurations;
  private final AuditLog audit;
  private final ConsoleSettings settings;
  private final Passes passes;

  ManifestApplication(
      RolloutController controller,
      ManifestFolder folder,
      ImageCheck images,
      ConfigurationWatch configurations,
      AuditLog audit,
      ConsoleSettings settings,
      Passes passes) {
    this.controller = controller;
    this.folder = folder;
    this.images = images;
    this.configurations = configurations;
    this.audit = audit;
    this.settings = settings;
    this.passes = passes;
  }

  /**
   * Applies a rollout's manifests. The image counts only for a rollout that is new: afterwards
   * images are released.
   *
   * @param yaml YAML documents, where {@code # file: name} begins another file; blank for the files
   *     in the rollout's folder
   * @param image of the first revision; null for the one in the manifests
   * @return whether the rollout is new
   * @throws Refused if a manifest or the image is not accepted
   */
  @Override
  public boolean apply(String rollout, String yaml, @Nullable String image, String actor) {
    List<ManifestFile> files =
        yaml.isBlank() ? folder.of(rollout) : ManifestFolder.split(rollout, yaml);
    ManifestSet manifests = read(rollout, files);
    Optional<RolloutState> existing = controller.state(rollout);
    if (existing.isEmpty()) {
      create(manifests, image, actor);
      passes.wake();
      return true;
    }
    RolloutState before = existing.get();
    controller
        .change(rollout, state -> reapplied(manifests, state))
        .filter(after -> !after.equals(before))
        .ifPresent(after ->
            audit.add(actor, "configure", rollout, "manifests applied", "updated", before, after));
    passes.wake();
    return false;
  }

  private void create(ManifestSet manifests, @Nullable String image, String actor) {
    RolloutState initial = manifests.initialState();
    RolloutState wanted =
        configurations.first(image == null ? initial : RolloutOperations.setImage(initial, image));
    images.check(wanted.rollout().spec().template().container().image());
    controller.create(wanted);
    String rollout = wanted.rollout().name();
    audit.add(actor, "configure", rollout, "manifests applied", "created", null, wanted);
  }

  private ManifestSet read(String rollout, List<ManifestFile> files) {
    return switch (Manifests.read(files, Capabilities.LOCAL)) {
      case Reading.Accepted(ManifestSet set) when set.rollout().name().equals(rollout) ->
          Intervals.scaled(set, settings.intervalScale());
      case Reading.Accepted(ManifestSet set) ->
          throw invalid("The manifests are of rollout " + set.rollout().name() + ".", List.of());
      case Reading.Refused(List<Refusal> refusals) ->
          throw invalid(
              "The manifests are not accepted: " + refusals.getFirst(),
              refusals.stream().map(Refusal::toString).toList());
    };
  }

  private static Refused invalid(String detail, List<String> problems) {
    return new Refused(
        Kind.INVALID, "manifests-refused", detail, "Correct the fields and apply again.", problems);
  }

  /** A drill is a matter of one release, not of the manifests: it does not make them differ. */
  private static RolloutState reapplied(ManifestSet manifests, RolloutState state) {
    PodTemplate running = state.rollout().spec().template();
    RolloutState applied = manifests.appliedTo(state, true);
    boolean same = Drills.without(running).equals(applied.rollout().spec().template());
    return same ? RolloutOperations.setTemplate(applied, running) : applied;
  }
}
