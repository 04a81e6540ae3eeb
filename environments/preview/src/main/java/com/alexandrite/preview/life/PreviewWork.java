package com.alexandrite.preview.life;

import com.alexandrite.preview.Content;
import com.alexandrite.preview.Depth;
import com.alexandrite.preview.FullDisk;
import com.alexandrite.preview.Phase;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewResource;
import com.alexandrite.preview.Problem;
import com.alexandrite.preview.SchemaReport;
import com.alexandrite.preview.Space;
import com.alexandrite.preview.life.Preview.Failed;
import com.alexandrite.preview.life.Preview.Served;
import com.alexandrite.preview.life.PreviewTasks.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The long pieces of work of a preview's life. Each may die at any point and be begun again. */
final class PreviewWork {

  private static final Logger log = LoggerFactory.getLogger(PreviewWork.class);
  private static final String LOOP = "alexandrite";

  private final PreviewRecords records;
  private final BranchSource source;
  private final PreviewBuild build;
  private final List<PreviewResource> resources;
  private final PreviewProcesses processes;
  private final SchemaReports schema;
  private final Function<PreviewName, Space> spaces;
  private final InstantSource clock;

  PreviewWork(
      PreviewRecords records,
      BranchSource source,
      PreviewBuild build,
      List<PreviewResource> resources,
      PreviewProcesses processes,
      SchemaReports schema,
      Function<PreviewName, Space> spaces,
      InstantSource clock) {
    this.records = records;
    this.source = source;
    this.build = build;
    this.resources = resources;
    this.processes = processes;
    this.schema = schema;
    this.spaces = spaces;
    this.clock = clock;
  }

  /** Builds a revision and makes its place; its processes are started by the loop. */
  void update(Preview preview, String revision, Task task) throws InterruptedException {
    PreviewName name = preview.name();
    try {
      Instant begun = clock.instant();
      PreviewBuild.Built built = built(preview, revision, task);
      Instant builtAt = clock.instant();
      task.at(Phase.PREPARING, "its databases, virtual host and flags are made");
      Served served = served(revision, built);
      Content content =
          content(served, served.depth() == Depth.OVERLAY ? demands(name) : Set.of(), built);
      Space space = spaces.apply(name);
      makeAll(space, content);
      SchemaReport report = schema.of(space, content.services());
      double seconds = seconds(begun, builtAt);
      records.change(
          name,
          now ->
              now.serving(served, seconds, report, builtAt)
                  .noting("revision " + shortened(revision) + " is built", LOOP, builtAt));
    } catch (PreviewFailure e) {
      fail(name, revision, e.problem());
    } catch (IOException | UncheckedIOException e) {
      log.warn("{}: revision {} has no place yet", name, revision, e);
      fail(name, revision, unexpected(e));
    }
  }

  private PreviewBuild.Built built(Preview preview, String revision, Task task)
      throws InterruptedException, PreviewFailure, IOException {
    task.at(Phase.BUILDING, "it is compared with the baseline");
    return build.build(
        preview.name(), revision, preview.forcedDepth(), what -> task.at(Phase.BUILDING, what));
  }

  private Set<String> demands(PreviewName name) {
    return records.find(name).map(Preview::demanded).orElse(Set.of());
  }

  private Served served(String revision, PreviewBuild.Built built)
      throws IOException, InterruptedException {
    java.util.Map<String, String> versions = new java.util.TreeMap<>();
    built.fromBranch().forEach((service, artifact) -> versions.put(service, artifact.version()));
    Set<String> atOnce =
        built.depth() == Depth.FULL ? Set.copyOf(Product.SERVICES) : versions.keySet();
    return new Served(
        revision,
        source.subject(revision),
        built.baseline(),
        built.depth(),
        built.depthReason(),
        versions,
        atOnce);
  }

  private static Content content(Served served, Set<String> demanded, PreviewBuild.Built built) {
    Set<String> services = new TreeSet<>(served.atOnce());
    services.addAll(demanded);
    if (served.depth() != Depth.OVERLAY) {
      services.addAll(Product.SERVICES);
    }
    return new Content(served.revision(), built.sources(), services, served.versions().keySet());
  }

  /** Makes a place for a service of the baseline's version that something needs. */
  void demand(Preview preview, String service, Task task) throws InterruptedException {
    Served served = preview.served();
    if (served == null) {
      return;
    }
    task.at(Phase.WAKING, service + " gets its place");
    Set<String> services = new TreeSet<>(preview.running());
    services.add(service);
    Content content =
        new Content(
            served.revision(), build.sources(preview.name()), services, served.versions().keySet());
    try {
      makeAll(spaces.apply(preview.name()), content);
      records.change(
          preview.name(),
          now -> now.demanding(service).noting(service + " is needed", LOOP, clock.instant()));
    } catch (PreviewFailure e) {
      fail(preview.name(), served.revision(), e.problem());
    } catch (IOException e) {
      log.warn("{}: {} has no place yet, another pass tries again", preview.name(), service, e);
    }
  }

  /** Data begin as the template again. */
  void reset(Preview preview, Task task) throws InterruptedException {
    Served served = preview.served();
    if (served == null) {
      return;
    }
    task.at(Phase.PREPARING, "its data begin anew");
    Space space = spaces.apply(preview.name());
    Set<String> services =
        served.depth() == Depth.OVERLAY ? preview.running() : Set.copyOf(Product.SERVICES);
    Content content =
        new Content(
            served.revision(), build.sources(preview.name()), services, served.versions().keySet());
    try {
      processes.remove(preview.name());
      Together.each(
          resources.stream().filter(PreviewResource::isData).toList(),
          resource -> resource.remove(preview.name()));
      makeAll(space, content);
      SchemaReport report = schema.of(space, services);
      records.change(
          preview.name(),
          now ->
              now.resetting(false)
                  .prepared(report)
                  .waking(clock.instant())
                  .noting("data were reset", LOOP, clock.instant()));
    } catch (PreviewFailure e) {
      records.change(preview.name(), now -> now.resetting(false));
      fail(preview.name(), served.revision(), e.problem());
    } catch (IOException e) {
      log.warn("{}: not reset yet, another pass tries again", preview.name(), e);
    }
  }

  /** Takes away everything; the record goes last. */
  void remove(PreviewName name, Task task) throws InterruptedException {
    task.at(Phase.REMOVING, "everything it has is taken away");
    try {
      removeAll(name);
      records.erase(name);
      log.info("{}: nothing of it is left", name);
    } catch (IOException e) {
      log.warn("{}: something is left, another pass tries again: {}", name, e.toString());
      task.at(Phase.REMOVING, e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  /** Processes first, since they would write again what was deleted; then all else at once. */
  void removeAll(PreviewName name) throws IOException, InterruptedException {
    processes.remove(name);
    Together.each(resources, resource -> resource.remove(name));
  }

  private void makeAll(Space space, Content content)
      throws IOException, InterruptedException, PreviewFailure {
    try {
      Together.each(resources, resource -> resource.make(space, content));
    } catch (IOException e) {
      if (e.getCause() instanceof PreviewFailure failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** A first revision that fails leaves nothing but its record and its build. */
  private void fail(PreviewName name, String revision, Problem problem)
      throws InterruptedException {
    Instant now = clock.instant();
    boolean first = records.find(name).map(Preview::served).isEmpty();
    if (first) {
      try {
        removeSpace(name);
      } catch (IOException e) {
        log.warn("{}: what was made for the failed revision is still there", name, e);
      }
    }
    records.change(
        name,
        preview ->
            preview.failing(new Failed(revision, problem, now)).noting(problem.what(), LOOP, now));
  }

  private void removeSpace(PreviewName name) throws IOException, InterruptedException {
    Together.each(
        resources.stream().filter(resource -> !resource.kind().equals("files")).toList(),
        resource -> resource.remove(name));
  }

  private static Problem unexpected(Exception e) {
    return FullDisk.in(e.toString())
        .orElseGet(() ->
            new Problem(
                "platform",
                "the platform could not make its place: " + e.getMessage(),
                "look at ./alexandrite status, then ./alexandrite preview create again"));
  }

  static String shortened(String revision) {
    return revision.substring(0, Math.min(8, revision.length()));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
