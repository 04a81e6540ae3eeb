package com.alexandrite.preview.life;

import com.alexandrite.preview.Depth;
import com.alexandrite.preview.FlagDifference;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewView.Event;
import com.alexandrite.preview.PreviewView.Verdict;
import com.alexandrite.preview.Problem;
import com.alexandrite.preview.SchemaReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of one preview. It is written before anything is made for it, and erased
 * after everything is gone: so whatever is found without a record belongs to nobody.
 *
 * @param served what was last built and prepared; null before that
 * @param asked the revision that somebody asked for, until it serves or fails
 * @param failed the revision that cannot be served, until another comes or somebody asks again
 * @param asleep whether no process is wanted
 * @param demanded services of the baseline's version that something has needed since it awoke
 * @param resetting whether its data shall begin anew
 * @param removing whether it shall go, and why; null while it stays
 * @param queuedSince since when it waits for memory; null when it does not
 * @param awakening since when its processes are starting, and why; null when they are ready
 */
public record Preview(
    PreviewName name,
    List<String> branches,
    @Nullable Depth forcedDepth,
    boolean pinned,
    String createdBy,
    Instant createdAt,
    Instant lastUsedAt,
    @Nullable Served served,
    @Nullable String asked,
    @Nullable Failed failed,
    boolean asleep,
    Set<String> demanded,
    boolean resetting,
    @Nullable String removing,
    @Nullable Instant queuedSince,
    @Nullable Awakening awakening,
    Timings timings,
    SchemaReport schema,
    List<FlagDifference> flags,
    @Nullable Verdict verdict,
    List<Event> events) {

  private static final int KEPT_EVENTS = 40;

  /** Copies the collections. */
  public Preview {
    branches = List.copyOf(branches);
    demanded = Set.copyOf(demanded);
    flags = List.copyOf(flags);
    events = List.copyOf(events);
  }

  /**
   * A revision that was built and has its place.
   *
   * @param versions services that run the branch's version, to its number in the preview's store
   * @param atOnce services that start with the preview; the others when something needs them
   */
  public record Served(
      String revision,
      String subject,
      String baseline,
      Depth depth,
      String depthReason,
      Map<String, String> versions,
      Set<String> atOnce) {
    /** Copies the collections. */
    public Served {
      versions = Map.copyOf(versions);
      atOnce = Set.copyOf(atOnce);
    }
  }

  /** A revision that cannot be served. */
  public record Failed(String revision, Problem problem, Instant at) {}

  /** Processes that start: after a build, or because somebody came. */
  public record Awakening(Instant since, boolean afterBuild) {}

  /** Seconds that things took last; null before they happened. */
  public record Timings(@Nullable Double build, @Nullable Double ready, @Nullable Double wake) {
    static final Timings NONE = new Timings(null, null, null);
  }

  static Preview begin(
      PreviewName name, List<String> branches, @Nullable Depth depth, String actor, Instant now) {
    return new Preview(
        name,
        branches,
        depth,
        false,
        actor,
        now,
        now,
        null,
        null,
        null,
        false,
        Set.of(),
        false,
        null,
        now,
        null,
        Timings.NONE,
        SchemaReport.SAME,
        List.of(),
        null,
        List.of(new Event(now, "created", actor)));
  }

  /** The revision that it serves, if any. */
  @Nullable String revision() {
    Served now = served;
    return now == null ? null : now.revision();
  }

  /** The services that shall run while it is awake. */
  Set<String> running() {
    Served now = served;
    if (now == null) {
      return Set.of();
    }
    Set<String> all = new java.util.TreeSet<>(now.atOnce());
    all.addAll(demanded);
    return all;
  }

  Preview noting(String what, String actor, Instant now) {
    List<Event> more = new ArrayList<>();
    more.add(new Event(now, what, actor));
    more.addAll(events.subList(0, Math.min(events.size(), KEPT_EVENTS - 1)));
    return change(c -> c.events = more);
  }

  Preview used(Instant at) {
    return at.isAfter(lastUsedAt) ? change(c -> c.lastUsedAt = at) : this;
  }

  Preview pinned(boolean now) {
    return change(c -> c.pinned = now);
  }

  Preview removing(String why) {
    return removing == null ? change(c -> c.removing = why) : this;
  }

  Preview queued(@Nullable Instant since) {
    return change(c -> c.queuedSince = since);
  }

  Preview demanding(String service) {
    Set<String> more = new java.util.TreeSet<>(demanded);
    return more.add(service) ? change(c -> c.demanded = more) : this;
  }

  Preview sleeping() {
    return change(c -> {
      c.asleep = true;
      c.demanded = Set.of();
      c.awakening = null;
      c.queuedSince = null;
    });
  }

  Preview waking(Instant now) {
    return change(c -> {
      c.asleep = false;
      c.lastUsedAt = now;
      c.awakening = new Awakening(now, false);
    });
  }

  /** Everything is tried anew: depth may be another, and a failure is forgotten. */
  Preview again(String revision, @Nullable Depth depth, Instant now) {
    return change(c -> {
      c.failed = null;
      c.asked = revision;
      c.asleep = false;
      c.lastUsedAt = now;
      if (depth != null && depth != forcedDepth) {
        c.forcedDepth = depth;
        c.served = null;
      }
    });
  }

  Preview resetting(boolean now) {
    return change(c -> c.resetting = now);
  }

  Preview failing(Failed failure) {
    return change(c -> {
      c.failed = failure;
      c.asked = null;
      c.awakening = null;
    });
  }

  Preview serving(Served now, double buildSeconds, SchemaReport report, Instant builtAt) {
    return change(c -> {
      c.served = now;
      c.asked = null;
      c.failed = null;
      c.resetting = false;
      c.schema = report;
      c.asleep = false;
      c.timings = new Timings(buildSeconds, timings.ready(), timings.wake());
      c.awakening = new Awakening(builtAt, true);
    });
  }

  Preview prepared(SchemaReport report) {
    return change(c -> c.schema = report);
  }

  Preview differing(List<FlagDifference> differences) {
    return change(c -> c.flags = differences);
  }

  Preview verdict(Verdict now) {
    return change(c -> c.verdict = now);
  }

  /** All its processes answer. */
  Preview awake(Instant now) {
    Awakening from = awakening;
    if (from == null) {
      return this;
    }
    double seconds = java.time.Duration.between(from.since(), now).toMillis() / 1000.0;
    return change(c -> {
      c.awakening = null;
      c.timings =
          from.afterBuild()
              ? new Timings(timings.build(), seconds, timings.wake())
              : new Timings(timings.build(), timings.ready(), seconds);
    });
  }

  private Preview change(Consumer<PreviewDraft> changes) {
    PreviewDraft draft = new PreviewDraft(this);
    changes.accept(draft);
    return draft.build();
  }
}
