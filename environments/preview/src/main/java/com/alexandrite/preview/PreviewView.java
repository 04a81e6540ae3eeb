package com.alexandrite.preview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one preview, for pages, programs and the comment.
 *
 * @param branches one, or several that are tried together
 * @param revision full git revision that serves or will serve; null before the first look
 * @param subject first line of that revision's message
 * @param baseline full git revision of the baseline that it was compared with
 * @param depth null until the branch was compared
 * @param depthReason why it is this depth, a sentence
 * @param depthForced whether somebody chose it
 * @param phase where it stands
 * @param message what happens now, a sentence; empty when there is nothing to say
 * @param problem why it failed, null when it did not
 * @param queuePlace 1 for the next one; 0 when it does not wait for memory
 * @param addresses {@code shop}, {@code crm}, {@code mes}, {@code api} to what a browser opens
 * @param services every service of the product, the branch's first
 * @param buildSeconds time that the last build took; null before one ended
 * @param readySeconds time from the end of the build to the first answer; null before that
 * @param wakeSeconds time that the last waking took; null when it never slept
 * @param schema how its databases differ from the baseline's
 * @param flags how its flags differ from where they began
 * @param accounts who may sign in
 * @param verdict the last test verdict of its pipeline; null while none is known
 * @param memoryBytes resident memory of its processes now
 * @param createdBy who asked for it first
 * @param sleepsAt when it goes to sleep unless somebody comes; null while asleep or pinned
 * @param expiresAt when it is removed unless somebody comes; null when pinned
 */
public record PreviewView(
    String name,
    List<String> branches,
    @Nullable String revision,
    @Nullable String subject,
    @Nullable String baseline,
    @Nullable Depth depth,
    String depthReason,
    boolean depthForced,
    Phase phase,
    String message,
    @Nullable Problem problem,
    int queuePlace,
    Map<String, String> addresses,
    List<Service> services,
    @Nullable Double buildSeconds,
    @Nullable Double readySeconds,
    @Nullable Double wakeSeconds,
    SchemaReport schema,
    List<FlagDifference> flags,
    List<DemoAccount> accounts,
    @Nullable Verdict verdict,
    long memoryBytes,
    boolean pinned,
    String createdBy,
    Instant createdAt,
    Instant lastUsedAt,
    @Nullable Instant sleepsAt,
    @Nullable Instant expiresAt,
    List<Event> events) {

  /** Copies the lists. */
  public PreviewView {
    branches = List.copyOf(branches);
    addresses = Map.copyOf(addresses);
    services = List.copyOf(services);
    flags = List.copyOf(flags);
    accounts = List.copyOf(accounts);
    events = List.copyOf(events);
  }

  /**
   * A service in the preview.
   *
   * @param name {@code shop}, {@code crm}, {@code mes}, {@code pricing-worker}
   * @param revision full git revision of what runs
   * @param state {@code ready}, {@code starting}, {@code asleep}, {@code failed}, {@code on-demand}
   *     (a baseline service that nothing has needed yet)
   * @param message why, empty when there is nothing to say
   * @param memoryBytes resident memory, 0 when it does not run
   * @param log name for {@code preview logs}
   */
  public record Service(
      String name,
      Origin origin,
      @Nullable String revision,
      String state,
      String message,
      long memoryBytes,
      String log) {}

  /** Somebody to sign in as. */
  public record DemoAccount(String site, String username, String role) {}

  /**
   * What tests said of the revision.
   *
   * @param outcome {@code go} or {@code no-go}
   * @param report address of the report, null when there is none
   */
  public record Verdict(String outcome, String revision, Instant at, @Nullable String report) {}

  /** Something that happened, newest first in the view. */
  public record Event(Instant at, String what, String actor) {}
}
