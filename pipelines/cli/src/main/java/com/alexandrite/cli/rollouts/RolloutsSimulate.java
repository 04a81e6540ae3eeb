package com.alexandrite.cli.rollouts;

import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.rollouts.engine.manifest.Capabilities;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import com.alexandrite.rollouts.engine.manifest.ManifestSet;
import com.alexandrite.rollouts.engine.manifest.Manifests;
import com.alexandrite.rollouts.engine.manifest.Refusal;
import com.alexandrite.rollouts.engine.simulation.Simulator;
import com.alexandrite.rollouts.engine.simulation.script.Script;
import com.alexandrite.rollouts.engine.simulation.script.ScriptReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays a release without releasing anything. */
@Command(
    name = "simulate",
    description = {
      "Play a release of a Rollout against scripted or recorded metrics, on a virtual clock.",
      "Nothing is released and no platform is needed. Exit code 0 only when it was promoted."
    },
    mixinStandardHelpOptions = true)
final class RolloutsSimulate implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "The Rollout, its templates, Services and routes: files, or folders of them.")
  private List<Path> files;

  @Option(
      names = "--metrics",
      paramLabel = "SCRIPT",
      required = true,
      description = {
        "What the metrics say, and what pods and people do: a YAML file, described by",
        "argo-rollouts/simulations/simulation.schema.json."
      })
  private Path script;

  @SuppressWarnings("NullAway.Init")
  RolloutsSimulate() {}

  @Override
  public Integer call() throws IOException {
    Stream.concat(files.stream(), Stream.of(script)).forEach(this::mustBeThere);
    SimulationResult result = simulated();
    tell(result);
    terminal.result(result);
    return result.promoted() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private void mustBeThere(Path path) {
    if (!Files.exists(path)) {
      throw new ParameterException(spec.commandLine(), "There is no file " + path + ".");
    }
  }

  private SimulationResult simulated() throws IOException {
    return switch (Manifests.read(ManifestPaths.read(files), Capabilities.SIMULATED)) {
      case Manifests.Reading.Refused(List<Refusal> why) -> SimulationResult.refused(why);
      case Manifests.Reading.Accepted(ManifestSet manifests) -> simulated(manifests);
    };
  }

  private SimulationResult simulated(ManifestSet manifests) throws IOException {
    ManifestFile file = new ManifestFile(script.toString(), Files.readString(script));
    return switch (ScriptReader.read(file, manifests, this::recording)) {
      case ScriptReader.Reading.Refused(List<Refusal> why) -> SimulationResult.refused(why);
      case ScriptReader.Reading.Accepted(Script accepted) ->
          SimulationResult.of(manifests.rollout().name(), Simulator.play(manifests, accepted));
    };
  }

  /** A recording is named as seen from the script. */
  private Optional<String> recording(String name) {
    Path file = script.resolveSibling(name);
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }

  private void tell(SimulationResult result) {
    if (result.events().isEmpty()) {
      result.problems().forEach(problem -> terminal.say(problem.toString()));
    } else {
      terminal.say(terminal.dim(SimulationText.HEAD));
    }
    SimulationText text = new SimulationText(result.steps());
    result.events().stream().flatMap(it -> text.lines(it).stream()).forEach(terminal::say);
    String outcome =
        result.promoted() ? terminal.good(result.outcome()) : terminal.bad(result.outcome());
    terminal.say(
        result.problems().isEmpty()
            ? "%s after %s: %s"
                .formatted(outcome, SimulationText.time(result.seconds()), result.reason())
            : outcome);
  }
}
