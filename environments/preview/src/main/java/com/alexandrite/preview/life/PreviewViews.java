package com.alexandrite.preview.life;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.preview.Origin;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts together what people and programs are told of a preview. */
final class PreviewViews {

  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final int KIB = 1024;

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
    List<Service> services = services(preview, seen, live);
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

  /** None before a first revision is built: until then nobody knows whose each one is. */
  private static List<Service> services(
      Preview preview, Map<String, Seen> seen, Map<String, Artifact> live) {
    List<Service> services = new ArrayList<>();
    if (preview.served() == null) {
      return services;
    }
    for (String name : Product.SERVICES) {
      services.add(service(preview, name, seen, live.get(name)));
    }
    services.sort(Comparator.comparing(Service::origin));
    return services;
  }

  private static Service service(
      Preview preview, String name, Map<String, Seen> seen, @Nullable Artifact live) {
    Served served = preview.served();
    Served branch = served != null && served.versions().containsKey(name) ? served : null;
    Optional<Seen> process =
        seen.values().stream()
            .filter(one -> one.service().equals(name))
            .max(Comparator.comparing(Seen::wantedSince));
    return new Service(
        name,
        branch != null ? Origin.BRANCH : Origin.BASELINE,
        branch != null ? branch.revision() : live == null ? null : live.gitRevision(),
        state(preview, name, process),
        process.map(Seen::message).orElse(""),
        process.map(one -> resident(one.pid())).orElse(0L),
        name);
  }

  private static String state(Preview preview, String name, Optional<Seen> process) {
    if (process.isPresent()) {
      return switch (process.get().phase()) {
        case READY -> "ready";
        case STARTING -> "starting";
        case STOPPING -> "asleep";
        case NOT_READY, BACKOFF, FAILED -> "failed";
      };
    }
    if (preview.served() != null && !preview.served().atOnce().contains(name)) {
      return "on-demand";
    }
    return preview.asleep() ? "asleep" : "starting";
  }

  /** Resident memory of a process in bytes; 0 when there is none. */
  private static long resident(long pid) {
    if (pid == 0) {
      return 0;
    }
    try {
      Matcher line = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
      return line.find() ? Long.parseLong(line.group(1)) * KIB : 0;
    } catch (IOException ended) {
      return 0;
    }
  }
}
