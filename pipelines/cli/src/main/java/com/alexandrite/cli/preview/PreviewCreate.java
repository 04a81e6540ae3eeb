package com.alexandrite.cli.preview;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.rollouts.Beat;
import com.alexandrite.cli.rollouts.Console;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.source.Git;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A preview of one branch, or of several that are tried together. */
@Command(
    name = "create",
    description = "Make a preview of a branch, or bring it up to date, and wait until it is ready.",
    mixinStandardHelpOptions = true)
final class PreviewCreate implements Callable<Integer> {
  private static final Duration BEAT = Duration.ofMillis(300);
  private static final Set<String> DEPTHS = Set.of("overlay", "overlay+state", "full");

  @Mixin private final Terminal terminal = new Terminal();
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "BRANCH",
      arity = "0..*",
      description = "Several are tried together in one preview (default: the current branch).")
  private List<String> branches = List.of();

  @Option(
      names = "--depth",
      paramLabel = "DEPTH",
      description = "overlay, overlay+state or full (default: chosen from what changed).")
  private @Nullable String depth;

  @Option(names = "--no-wait", description = "Do not wait until it is ready.")
  private boolean noWait;

  @SuppressWarnings("NullAway.Init")
  PreviewCreate() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (depth != null && !DEPTHS.contains(depth)) {
      throw new ParameterException(
          spec.commandLine(), "There is no depth " + depth + ": overlay, overlay+state or full.");
    }
    Installation installation = Installation.current();
    Git git = new Git(installation.checkout());
    List<String> wanted = branches.isEmpty() ? List.of(current(git)) : branches;
    PreviewCalls calls = new PreviewCalls(installation);
    Preview made = calls.create(wanted, depth);
    if (noWait) {
      return told(made, true);
    }
    if (made.asleep()) {
      calls.act(made.name(), "wake");
    }
    Preview end = following(installation, terminal).toTheEnd(made.name(), shows(git, wanted));
    return told(end, end.ready());
  }

  /** Who follows a preview of this installation. */
  static FollowingPreview following(Installation installation, Terminal terminal)
      throws IOException {
    return new FollowingPreview(
        Console.of(installation), terminal, InstantSource.system(), Beat.every(BEAT));
  }

  private int told(Preview preview, boolean good) {
    PreviewText.tell(terminal, preview);
    terminal.result(preview.json());
    return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private static String current(Git git) throws InterruptedException {
    try {
      return git.branch();
    } catch (IOException _) {
      throw new CommandFailed(
          "No branch is checked out here.", "./alexandrite preview create BRANCH");
    }
  }

  /** Of branches that are merged first, the revision is not known here. */
  private static Predicate<Preview> shows(Git git, List<String> branches)
      throws InterruptedException {
    if (branches.size() > 1) {
      return _ -> false;
    }
    try {
      String revision = git.revision("refs/heads/" + branches.getFirst());
      return preview -> preview.revision().equals(revision);
    } catch (IOException _) {
      // A branch that only the console's repository has.
      return _ -> false;
    }
  }
}
