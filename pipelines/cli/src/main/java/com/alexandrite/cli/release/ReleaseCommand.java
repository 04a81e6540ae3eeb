package com.alexandrite.cli.release;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.release.ReleaseResult.Outcome;
import com.alexandrite.cli.rollouts.GroupText;
import com.alexandrite.cli.terminal.Terminal;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Releases a service and follows it to its end. */
@Command(
    name = "release",
    description = {
      "Build a service, release it step by step to all customers, and follow it to its end.",
      "Exit code 0 only when it was promoted."
    },
    mixinStandardHelpOptions = true)
public final class ReleaseCommand implements Callable<Integer> {
  private static final Set<String> DRILLS = Set.of("errors", "latency");

  @Mixin private final Terminal terminal = new Terminal();
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private What what;

  /** One of these. */
  static final class What {
    @Parameters(paramLabel = "SERVICE", description = "shop, crm, mes or pricing-worker.")
    private @Nullable String service;

    @Option(
        names = "--group",
        paramLabel = "NAME",
        description = "Release all services of this group together: in its order, all or none.")
    private @Nullable String group;
  }

  @Option(
      names = "--ref",
      paramLabel = "REF",
      description = "Branch, tag or revision to build (default: the checkout as it is).")
  private @Nullable String ref;

  @Option(
      names = "--drill",
      paramLabel = "FAULT",
      description = {
        "Release it with an injected fault, errors or latency: it must be rolled back.",
        "With --group: MEMBER=FAULT."
      })
  private @Nullable String drill;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "released at the command line",
      description = "Why; kept in the history (default: ${DEFAULT-VALUE}).")
  private String reason;

  /** Picocli fills the fields in. */
  @SuppressWarnings("NullAway.Init")
  public ReleaseCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    String group = what.group;
    return group == null ? release(Objects.requireNonNull(what.service)) : releaseGroup(group);
  }

  private int releaseGroup(String name) throws IOException, InterruptedException {
    Map<String, String> drills = drill == null ? Map.of() : ofMember(drill);
    JsonNode result =
        new GroupReleasing(Installation.current(), terminal).release(name, ref, drills, reason);
    boolean promoted = result.path("outcome").asString("").equals(GroupReleasing.PROMOTED);
    String told = GroupText.of(result);
    terminal.say(promoted ? terminal.good(told) : terminal.bad(told));
    terminal.result(result);
    return promoted ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private Map<String, String> ofMember(String text) {
    String[] pair = text.split("=", 2);
    if (pair.length < 2 || !DRILLS.contains(pair[1])) {
      throw new ParameterException(
          spec.commandLine(),
          "--drill with --group is MEMBER=FAULT, and FAULT is errors or latency");
    }
    return Map.of(pair[0], pair[1]);
  }

  private String known(String fault) {
    if (!DRILLS.contains(fault)) {
      throw new ParameterException(spec.commandLine(), "--drill is errors or latency");
    }
    return fault;
  }

  private int release(String service) throws IOException, InterruptedException {
    String fault = drill == null ? null : known(drill);
    ReleaseResult result =
        new Releasing(Installation.current(), terminal).release(service, ref, fault, reason);
    tell(service, result);
    terminal.result(result);
    return result.outcome() == Outcome.Promoted
        ? CommandLine.ExitCode.OK
        : CommandLine.ExitCode.SOFTWARE;
  }

  private void tell(String service, ReleaseResult result) {
    String outcome =
        result.outcome() == Outcome.Promoted
            ? terminal.good(result.outcome().name())
            : terminal.bad(result.outcome().name());
    terminal.say(
        "%s: %s v%s -> v%s, %s"
            .formatted(outcome, service, result.fromVersion(), result.toVersion(), result.told()));
    terminal.say(
        String.format(
            Locale.ROOT,
            "%s%.0f s%s",
            met(result),
            result.seconds(),
            result.secondsToAbort() == null
                ? ""
                : String.format(Locale.ROOT, ", %.0f s to the abort", result.secondsToAbort())));
    terminal.say("The evidence: " + result.rollout());
  }

  /** On a cluster nobody counts what the canary does. */
  private String met(ReleaseResult result) {
    return result.requests() == null
        ? ""
        : String.format(
            Locale.ROOT,
            "%d %s, %d of them failed; ",
            result.requests(),
            result.service().endsWith("worker")
                ? "jobs were the canary's"
                : "requests met the canary",
            result.failedRequests());
  }
}
