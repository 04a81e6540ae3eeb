package com.alexandrite.preview.life;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.preview.Phase;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewView;
import com.alexandrite.preview.PreviewView.DemoAccount;
import com.alexandrite.preview.PreviewView.Service;
import com.alexandrite.preview.life.Preview.Awakening;
import com.alexandrite.preview.life.Preview.Failed;
import com.alexandrite.preview.life.Preview.Served;
import com.alexandrite.preview.life.PreviewProcesses.Seen;
import com.alexandrite.preview.life.PreviewTasks.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts together what people and programs are told of a preview. */
final class PreviewViews {

  private final Addresses addresses;
  private final PreviewLimits limits;
  private final Function<PreviewName, List<DemoAccount>> accounts;

  PreviewViews(
      Addresses addresses,
      PreviewLimits limits,
      Function<PreviewName, List<DemoAccount>> accounts) {
    this.addresses = addresses;
    this.limits = limits;
    this.accounts = accounts;
  }

  /**
   * The view.
   *
   * @param task what goes on for it now
   * @param place in the line for memory
   * @param seen its processes
   * @param live the baseline's versions
   */
  PreviewView of(
      Preview preview,
      Optional<Task> task,
      int place,
      Map<String, Seen> seen,
      Map<String, Artifact> live) {
    Served served = preview.served();
    Failed failed = preview.failed();
    List<Service> services = ServiceViews.of(preview, seen, live);
    return new PreviewView(
        preview.name().value(),
        preview.branches(),
        served != null ? served.revision() : failed == null ? null : failed.revision(),
        served == null ? null : served.subject(),
        served == null ? null : served.baseline(),
        served == null ? preview.forcedDepth() : served.depth(),
        served == null ? "" : served.depthReason(),
        preview.forcedDepth() != null,
        phase(preview, task, place, services),
        message(preview, task, place),
        failed == null ? null : failed.problem(),
        place,
        addresses.all(preview.name()),
        services,
        preview.timings().build(),
        preview.timings().ready(),
        preview.timings().wake(),
        preview.schema(),
        preview.flags(),
        accounts.apply(preview.name()),
        preview.verdict(),
        services.stream().mapToLong(Service::memoryBytes).sum(),
        preview.pinned(),
        preview.createdBy(),
        preview.createdAt(),
        preview.lastUsedAt(),
        preview.pinned() || preview.asleep()
            ? null
            : preview.lastUsedAt().plus(limits.sleepAfter()),
        preview.pinned() ? null : preview.lastUsedAt().plus(limits.removeAfter()),
        preview.events());
  }

  private static Phase phase(
      Preview preview, Optional<Task> task, int place, List<Service> services) {
    if (preview.removing() != null) {
      return Phase.REMOVING;
    }
    if (task.isPresent() && task.get().phase() != Phase.WAKING) {
      return task.get().phase();
    }
    if (preview.failed() != null) {
      return Phase.FAILED;
    }
    if (preview.resetting()) {
      return Phase.PREPARING;
    }
    if (preview.asked() != null && !preview.asked().equals(preview.revision())) {
      return Phase.QUEUED;
    }
    if (preview.asleep()) {
      return Phase.ASLEEP;
    }
    if (place > 0 || preview.served() == null) {
      return Phase.QUEUED;
    }
    return runs(preview, services);
  }

  private static Phase runs(Preview preview, List<Service> services) {
    boolean ready =
        services.stream()
            .filter(service -> preview.running().contains(service.name()))
            .allMatch(service -> service.state().equals("ready"));
    Awakening awakening = preview.awakening();
    if (ready && awakening == null) {
      return Phase.READY;
    }
    return awakening != null && awakening.afterBuild() ? Phase.STARTING : Phase.WAKING;
  }

  private static String message(Preview preview, Optional<Task> task, int place) {
    if (task.isPresent()) {
      return task.get().message();
    }
    if (preview.removing() != null) {
      return preview.removing();
    }
    if (place > 0) {
      return "waits for memory that other previews use, as number " + place + " in the line";
    }
    return preview.failed() != null && preview.served() != null && !preview.asleep()
        ? "revision " + PreviewWork.shortened(preview.served().revision()) + " goes on serving"
        : "";
  }
}
