package com.alexandrite.console.release;

import com.alexandrite.console.view.AuditEntry;
import com.alexandrite.rollouts.engine.group.Cause;
import com.alexandrite.rollouts.engine.group.GroupRelease;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reason in the audit of what is done to a member of a group that goes back. */
public final class WayBackReason {
  private static final String TEXT = "release group %s goes back";
  private static final Pattern READ = Pattern.compile(TEXT.formatted("(\\S+)") + "(?s:.*)");

  private WayBackReason() {}

  /** Which group goes back, and because of whom. */
  public static String of(GroupRelease release) {
    Cause cause = release.cause();
    String name = TEXT.formatted(release.group().name());
    return cause == null ? name : name + ": " + (cause.who() + " " + cause.detail()).strip();
  }

  /** The group whose way back this was; empty if a person did it. */
  static Optional<String> group(AuditEntry entry) {
    Matcher reason = READ.matcher(entry.reason());
    return entry.actor().equals(GroupedReleases.ACTOR) && reason.matches()
        ? Optional.of(reason.group(1))
        : Optional.empty();
  }
}
