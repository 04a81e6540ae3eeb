package com.alexandrite.cli.rollouts;

import com.alexandrite.cli.rollouts.RolloutActions.Action;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What is done to a rollout beside releasing: hold it, let it go on, replace its pods. */
final class RolloutControls {
  private RolloutControls() {}

  @Command(
      name = "pause",
      description = "Hold everything as it is, also the number of pods.",
      mixinStandardHelpOptions = true)
  static final class Pause extends Action {
    Pause() {
      super("pause");
    }
  }

  @Command(
      name = "resume",
      description = "Let a held rollout go on.",
      mixinStandardHelpOptions = true)
  static final class Resume extends Action {
    Resume() {
      super("resume");
    }
  }

  @Command(
      name = "restart",
      description = "Replace every pod, a few at a time.",
      mixinStandardHelpOptions = true)
  static final class Restart extends Action {
    Restart() {
      super("restart");
    }
  }

  @Command(
      name = "set-image",
      description = "Make another image the wanted one; it is rolled out in steps.",
      mixinStandardHelpOptions = true)
  static final class SetImage extends Action {
    @Parameters(
        index = "1",
        paramLabel = "IMAGE",
        description = "The image, such as alexandrite/shop:7.")
    @SuppressWarnings("NullAway.Init")
    private String image;

    SetImage() {
      super("releases");
    }

    @Override
    void describe(Map<String, Object> request) {
      request.put("image", image);
    }
  }

  @Command(
      name = "terminate",
      description = "End an analysis early: what it measured so far decides.",
      mixinStandardHelpOptions = true)
  static final class Terminate extends Action {
    @Parameters(index = "1", paramLabel = "RUN", description = "The analysis run's name.")
    @SuppressWarnings("NullAway.Init")
    private String run;

    Terminate() {
      super("terminate");
    }

    @Override
    String action() {
      return "runs/" + run + "/terminate";
    }
  }
}
