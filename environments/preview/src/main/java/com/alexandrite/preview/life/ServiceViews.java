package com.alexandrite.preview.life;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.preview.Origin;
import com.alexandrite.preview.PreviewView.Service;
import com.alexandrite.preview.life.Preview.Served;
import com.alexandrite.preview.life.PreviewProcesses.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts together what people and programs are told of a preview's services. */
final class ServiceViews {

  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final int KIB = 1024;

  private ServiceViews() {}

  /** None before a first revision is built: until then nobody knows whose each one is. */
  static List<Service> of(Preview preview, Map<String, Seen> seen, Map<String, Artifact> live) {
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
