package com.alexandrite.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.console.view.GroupView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The members stand in columns, with a line to each from those that it waits for. */
class GroupPictureTest {

  private static GroupPicture picture(GroupView.@Nullable Release release) {
    return new GroupPicture(new GroupView("product", SampleGroups.MEMBERS, release, List.of()));
  }

  @Test
  void eachStandsBehindThoseItWaitsFor() {
    assertThat(picture(null).levels())
        .extracting(level -> level.stream().map(node -> node.member().rollout()).toList())
        .containsExactly(List.of("pricing-worker"), List.of("crm", "mes"), List.of("shop"));
  }

  @Test
  void drawsEachLineOnceAndNoneThatOthersImply() {
    assertThat(picture(null).lines())
        .extracting(GroupPicture.Line::path)
        .containsExactly(
            "M16.67 50.00 H31.48 C33.33 50.00 33.33 25.00 35.19 25.00 H50.00",
            "M16.67 50.00 H31.48 C33.33 50.00 33.33 75.00 35.19 75.00 H50.00",
            "M50.00 25.00 H64.81 C66.67 25.00 66.67 50.00 68.52 50.00 H83.33",
            "M50.00 75.00 H64.81 C66.67 75.00 66.67 50.00 68.52 50.00 H83.33");
  }

  @Test
  void aLineSaysWhetherWhoWaitedHasBegun() {
    assertThat(
            picture(
                    SampleGroups.release(
                        "GOING_BACK", null, "PROMOTED", "RUNNING", "ABORTED", "SKIPPED"))
                .lines())
        .extracting(GroupPicture.Line::state)
        .containsExactly("passed", "back", "waiting", "waiting");
  }
}
