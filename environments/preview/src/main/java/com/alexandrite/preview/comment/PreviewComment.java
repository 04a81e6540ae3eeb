package com.alexandrite.preview.comment;

import com.alexandrite.preview.PreviewView;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The comment's text, for GitHub and GitLab alike. */
public final class PreviewComment {
  /** GitHub takes 65,536 characters. */
  private static final int LONGEST = 60_000;

  private PreviewComment() {}

  /** How the comment is found again: the line that it begins with. Readers do not see it. */
  public static String marker(String name) {
    return "<!-- alexandrite-preview: " + name + " -->";
  }

  /**
   * All of a preview.
   *
   * @param consolePage its page in the console
   */
  public static String markdown(PreviewView view, URI consolePage) {
    State state = new State(view);
    Contents contents = new Contents(view);
    Differences differences = new Differences(view);
    return joined(
        consolePage,
        Stream.of(
            marker(view.name()) + "\n### Preview of " + branches(view) + ": " + state.word(),
            state.told(),
            state.problem(),
            contents.addresses(consolePage),
            contents.depth(),
            contents.services(),
            differences.schema(),
            differences.flags(),
            contents.accounts(),
            state.verdict(),
            state.timings(),
            state.end(),
            commands(view)));
  }

  /** What stays when the preview is gone. */
  public static String removed(PreviewView view) {
    return marker(view.name())
        + "\n### Preview of "
        + branches(view)
        + ": removed\n\nIt was taken away with its databases, messages and files. "
        + "Another push makes a new one, and so does `./alexandrite preview create`.\n";
  }

  private static String joined(URI page, Stream<String> sections) {
    StringBuilder all = new StringBuilder();
    boolean whole = true;
    for (String section : sections.filter(section -> !section.isEmpty()).toList()) {
      boolean fits = all.length() + section.length() <= LONGEST;
      all.append(fits ? section + "\n\n" : "");
      whole &= fits;
    }
    String rest = Markdown.link("The page of the preview", page.toString());
    return whole
        ? all.toString().stripTrailing() + "\n"
        : all + rest + " has the rest; it is too long for a comment.\n";
  }

  private static String branches(PreviewView view) {
    return view.branches().stream().map(Markdown::code).collect(Collectors.joining(" and "));
  }

  private static String commands(PreviewView view) {
    return Markdown.details(
        "Keep, wake, reset or remove it",
        Markdown.table(
            List.of("What", "Command"),
            List.of(
                command("Wake it (a visit does too)", "wake", view),
                command("Begin again with fresh data", "reset", view),
                command("Keep it awake and for ever", "pin", view),
                command("No longer", "pin --off", view),
                command("Read its logs", "logs", view),
                command("Remove it now", "delete", view))));
  }

  private static List<String> command(String what, String verb, PreviewView view) {
    return List.of(what, "`./alexandrite preview " + verb + " " + view.name() + "`");
  }
}
