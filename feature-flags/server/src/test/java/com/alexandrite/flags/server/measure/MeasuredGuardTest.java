package com.alexandrite.flags.server.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.server.measure.MeasuredGuard.Group;
import com.alexandrite.flags.server.schedule.Guard.Finding;
import com.alexandrite.flags.server.schedule.Guard.Verdict;
import org.junit.jupiter.api.Test;

class MeasuredGuardTest {
  private static final Group OTHERS = new Group(1000, 10, 0.100);

  @Test
  void fewRequestsSayNothing() {
    assertThat(MeasuredGuard.judge(new Group(29, 29, 9), OTHERS).verdict())
        .isEqualTo(Verdict.UNCLEAR);
    assertThat(MeasuredGuard.judge(OTHERS, new Group(0, 0, 0)).verdict())
        .isEqualTo(Verdict.UNCLEAR);
  }

  @Test
  void aSmallDifferenceIsNoHarm() {
    assertThat(MeasuredGuard.judge(new Group(100, 2, 0.150), OTHERS).verdict())
        .isEqualTo(Verdict.WELL);
  }

  @Test
  void moreErrorsAreHarmAndSaidInNumbers() {
    Finding finding = MeasuredGuard.judge(new Group(100, 12, 0.1), OTHERS);

    assertThat(finding.verdict()).isEqualTo(Verdict.HARM);
    assertThat(finding.why()).isEqualTo("12.0 % of the requests with it failed, 1.0 % without it");
  }

  @Test
  void muchSlowerIsHarm() {
    Finding finding = MeasuredGuard.judge(new Group(100, 1, 0.4), OTHERS);

    assertThat(finding.verdict()).isEqualTo(Verdict.HARM);
    assertThat(finding.why()).contains("400 ms", "100 ms");
  }
}
