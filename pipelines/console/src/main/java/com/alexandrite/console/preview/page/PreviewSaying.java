package com.alexandrite.console.preview.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that the loop of previews says by itself, as a key of the visitor's words. A sentence
 * that is not known here has no key and stays as it is.
 *
 * @param names what stands in it: branches, services, numbers
 */
public record PreviewSaying(String key, List<String> names) {
  private static final Map<String, Pattern> KNOWN = new LinkedHashMap<>();

  static {
    known("compared", "it is compared with the baseline");
    known("turn", "waits until another build is over");
    known("sources", "its files are put in place");
    known("maven", "Maven builds ?(.*)");
    known("training", "(.+) gets its start-up cache");
    known("making", "its databases, virtual host and flags are made");
    known("place", "(.+) gets its place");
    known("anew", "its data begin anew");
    known("taken", "everything it has is taken away");
    known("serving", "revision (\\S+) goes on serving");
    known("deleted", "deleted by (.+)");
    known("gone", "branch (.+) is gone");
    known("unused", "nobody used it for (\\d+) days");
    known("created", "created");
    known("again", "asked for again");
    known("needed", "(\\S+) is needed");
    known("built", "revision (\\S+) is built");
    known("was-reset", "data were reset");
    known("reset", "reset was asked for");
    known("pinned", "pinned");
    known("unpinned", "unpinned");
    known("slept", "put to sleep");
    known("idle", "fell asleep: nobody came for (\\d+) minutes");
    known("yielded", "fell asleep: another one waited for memory");
    known("migration-failed", "A migration of (\\S+) fails: (.+)");
    known("migration-failed.do", "Mend it and push again; it then runs on fresh data\\..*");
    known("contradict", "The branch's migrations of (\\S+) contradict each other\\.");
    known("contradict.do", "Give each migration file a version of its own and push again\\.");
    known("unlike", "The branch's migrations of (\\S+) do not fit to those .*");
    known("unlike.do", "Merge the baseline's branch; a migration that has run .*");
    known("build-failed", "the branch does not build: (.+)");
    known("build-failed.do", "mend it and push again; all that Maven said is in (.+)");
    known("mend", "mend it and push again");
    known("broker", "The message broker at (\\S+) is not ours, .*");
    known("broker.do", "Set ALEXANDRITE_RABBITMQ_MANAGEMENT_URL .*");
    known("no-branch", "'(.+)' is a tag or a revision; a preview follows a branch");
    known("no-branch.do", "make one of it: (.+)");
    known("unknown-branch", "there is no branch '(.+)' here or at origin");
    known("unknown-branch.do", "git branch --all lists what there is; .*");
    known("did-you-mean", "did you mean (.+)\\?");
    known("conflict", "(.+) and (\\S+) change the same lines of (.+)");
    known("conflict.do", "merge one of them into the other .*");
    known("platform", "the platform could not make its place: (.+)");
    known("platform.do", "look at ./alexandrite status, then .*");
    known("being-removed", "preview (\\S+) is just being removed");
    known("being-removed.do", "ask again in a few seconds");
    known("git", "git does not answer: (.+)");
    known("git.do", "look at the checkout with git status");
    known("stopping", "the console is stopping");
    known("stopping.do", "ask again");
    known("no-memory", "it needs about (\\d+) MB, and all previews together may use (\\d+) MB");
    known("no-memory.do", "choose a smaller depth, or give previews more .*");
    known("no-room", "the disk of (.+) has (\\d+) MB left, and .* takes up to (\\d+) MB");
    known("disk-nothing", "the disk is full: nothing fits in (.+)");
    known("disk-full", "the disk is full: (.+)");
    known("disk-full.do", "make room \\(.*");
    known("not-started", "(\\S+) does not start: (.+)");
    known("no-file", "(\\S+) is not there");
    known("no-xml", "(\\S+) is no well-formed XML");
    known("chosen-same", "Somebody chose (\\S+); it would be that anyway\\.");
    known("chosen", "Somebody chose (\\S+); by itself it would be (\\S+)\\.");
    cause("of-build", "part of every service's build");
    cause("of-flag", "the definition of a flag that (.+) asks for");
    cause("contract", "a contract of messages");
    cause("of-all", "shared by every service");
    cause("migration", "a migration");
    cause("of-one", "part of (\\S+)");
    cause("of-some", "shared by (.+)");
    known("nothing-new", "The branch has nothing that the baseline does not have\\.");
    known("no-service", "Only (.+) differs, and no service is made from it\\.");
    known("no-services", "(\\d+) files differ, such as (.+), and no service is made from them\\.");
    known("all-baseline", "Every service is the baseline's version\\.");
    known("all-branch", "Every service is built from the branch\\.");
    known("some-branch", "Built from the branch: (.+); the others are the baseline's version\\.");
    known("was-dirty", "The baseline's (.+) was built with uncommitted changes, .*");
    known("was-unknown", "The baseline's (.+) was built from a revision that git does not have\\.");
    known("checkout", "The branch was compared with the checkout's last revision\\.");
    known("programs", "command line");
    known("flag-on", "on");
    known("flag-off", "off");
    known("flag-none", "not there");
    known("flag-rules", "by rules");
    known("flag-share", "(.+) for (\\S+) %");
  }

  /** Copies the list. */
  public PreviewSaying {
    names = List.copyOf(names);
  }

  private static void known(String key, String pattern) {
    KNOWN.put("preview.said." + key, Pattern.compile(pattern));
  }

  /** What one file is, or several of which the first is named. */
  private static void cause(String key, String what) {
    known(key, "(\\S+) is " + what + "\\.");
    known(key + ".more", "(\\S+) and (\\d+) more files? are " + what + "\\.");
  }

  /** Keys of all that is known. */
  static Set<String> keys() {
    return KNOWN.keySet();
  }

  static PreviewSaying of(String sentence) {
    for (var known : KNOWN.entrySet()) {
      Matcher matcher = known.getValue().matcher(sentence);
      if (matcher.matches()) {
        List<String> names = new ArrayList<>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
          names.add(matcher.group(group));
        }
        return new PreviewSaying(known.getKey(), names);
      }
    }
    return new PreviewSaying("", List.of());
  }

  /** The names, for a message's places. */
  public Object[] arguments() {
    return names.toArray();
  }
}
