package com.alexandrite.cli.rollouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RolloutActionsTest {
  @Test
  void promoteGoesOnOrSkips() {
    assertThat(asked(new RolloutActions.Promote(), "shop")).isEqualTo("promote {full=false}");
    assertThat(asked(new RolloutActions.Promote(), "shop", "--full"))
        .isEqualTo("promote {full=true}");
    assertThat(asked(new RolloutActions.Promote(), "shop", "--skip-current-step"))
        .isEqualTo("skip {all=false}");
    assertThat(asked(new RolloutActions.Promote(), "shop", "--skip-all-steps"))
        .isEqualTo("skip {all=true}");
    assertThatThrownBy(
            () -> asked(new RolloutActions.Promote(), "shop", "--full", "--skip-all-steps"))
        .isInstanceOf(MutuallyExclusiveArgsException.class);
  }

  @Test
  void theOthersNameTheirEndOfTheConsole() {
    assertThat(asked(new RolloutControls.Pause(), "shop")).isEqualTo("pause {}");
    assertThat(asked(new RolloutControls.Resume(), "shop")).isEqualTo("resume {}");
    assertThat(asked(new RolloutControls.Restart(), "shop")).isEqualTo("restart {}");
    assertThat(asked(new RolloutControls.SetImage(), "shop", "alexandrite/shop:7"))
        .isEqualTo("releases {image=alexandrite/shop:7}");
    assertThat(asked(new RolloutControls.Terminate(), "shop", "shop-abc-2"))
        .isEqualTo("runs/shop-abc-2/terminate {}");
  }

  @Test
  void whatIsPossibleIsTold() {
    assertThat(RolloutText.actions(rollout("{'actions':['pause'],'needed':null}")))
        .isEqualTo("possible now: pause");
    assertThat(RolloutText.actions(rollout("{'actions':['promote','abort'],'needed':'promote'}")))
        .isEqualTo("possible now: promote, abort; it waits for promote");
  }

  private static JsonNode rollout(String json) {
    return JsonMapper.shared().readTree(json.replace('\'', '"'));
  }

  private static String asked(RolloutActions.Action action, String... args) {
    new CommandLine(action).parseArgs(args);
    Map<String, Object> request = new LinkedHashMap<>();
    action.describe(request);
    return action.action() + " " + request;
  }
}
