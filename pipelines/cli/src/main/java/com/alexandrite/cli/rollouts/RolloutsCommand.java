package com.alexandrite.cli.rollouts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The rollouts. */
@Command(
    name = "rollouts",
    description = "See and steer the rollouts, and check their manifests.",
    mixinStandardHelpOptions = true,
    subcommands = {
      RolloutsList.class,
      RolloutsShow.class,
      RolloutsWatch.class,
      RolloutGroups.class,
      RolloutActions.Promote.class,
      RolloutActions.Abort.class,
      RolloutActions.Retry.class,
      RolloutActions.Undo.class,
      RolloutActions.Accept.class,
      RolloutControls.Pause.class,
      RolloutControls.Resume.class,
      RolloutControls.Restart.class,
      RolloutControls.SetImage.class,
      RolloutControls.Terminate.class,
      RolloutsSimulate.class,
      RolloutsLint.class,
      RolloutsBacktest.class
    })
public final class RolloutsCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Picocli fills the fields in. */
  @SuppressWarnings("NullAway.Init")
  public RolloutsCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do: list, show, watch, groups, promote, abort, retry, undo, accept, pause,"
            + " resume, restart, set-image, terminate, simulate, lint or backtest.");
  }
}
