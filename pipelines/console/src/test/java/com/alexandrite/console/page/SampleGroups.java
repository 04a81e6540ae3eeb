package com.alexandrite.console.page;

import com.alexandrite.console.view.ActionOutcome;
import com.alexandrite.console.view.GroupDesk;
import com.alexandrite.console.view.GroupView;
import com.alexandrite.console.view.GroupView.Cause;
import com.alexandrite.console.view.GroupView.Member;
import com.alexandrite.console.view.GroupView.Part;
import com.alexandrite.console.view.GroupView.Release;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One group, with whichever release the test lays on it; it remembers who stopped it. */
final class SampleGroups implements GroupDesk {

  static final List<Member> MEMBERS =
      List.of(
          new Member("pricing-worker", List.of(), "promoted"),
          new Member("crm", List.of("pricing-worker"), "promoted"),
          new Member("mes", List.of("pricing-worker"), "step 2"),
          new Member("shop", List.of("pricing-worker", "crm", "mes"), "promoted"));

  private @Nullable Release release;
  private final List<String> stopped = new ArrayList<>();

  void lay(@Nullable Release newRelease) {
    release = newRelease;
    stopped.clear();
  }

  List<String> stopped() {
    return List.copyOf(stopped);
  }

  /** A release whose members are in these stages. */
  static Release release(String outcome, @Nullable Cause cause, String... stages) {
    List<Part> parts =
        IntStream.range(0, stages.length)
            .mapToObj(index ->
                new Part(
                    MEMBERS.get(index).rollout(),
                    "41",
                    "42",
                    index == 2 ? "errors" : null,
                    stages[index],
                    stages[index].equals("LEFT") ? new Cause("FORGOTTEN", "crm", "") : null))
            .toList();
    return new Release(
        "1", outcome, "for the feast", "rita", cause, Instant.EPOCH, null, MEMBERS, parts);
  }

  @Override
  public List<GroupView> groups() {
    Release earlier =
        release(
            "FAILED",
            new Cause("STOPPED", "rita", "enough"),
            "UNDONE",
            "LEFT",
            "ABORTED",
            "SKIPPED");
    return List.of(new GroupView("product", MEMBERS, release, List.of(earlier)));
  }

  @Override
  public List<String> problems() {
    return List.of("groups/other.yaml:7: spec.members is missing");
  }

  @Override
  public List<GroupView> underWay() {
    return release == null || release.endedAt() != null ? List.of() : groups();
  }

  @Override
  public ActionOutcome stop(String group, String reason, String actor) {
    stopped.add(group + " " + actor + " " + reason);
    return release == null
        ? new ActionOutcome.Refused("group-not-running", "nothing runs", "wait")
        : new ActionOutcome.Done();
  }
}
