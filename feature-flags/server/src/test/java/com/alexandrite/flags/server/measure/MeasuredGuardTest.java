package com.alexandrite.flags.server.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.server.measure.MeasuredGuard.Group;
import com.alexandrite.flags.server.measure.MeasuredGuard.Work;
import com.alexandrite.flags.server.schedule.Guard.Finding;
import com.alexandrite.flags.server.schedule.Guard.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredGuardTest {
  private static final Group OTHERS = new Group(1000, 10, 0.100);

  @Test
  void fewRequestsSayNothing() {
    assertThat(MeasuredGuard.judge(Work.REQUESTS, new Group(29, 29, 9), OTHERS).verdict())
        .isEqualTo(Verdict.UNCLEAR);
    assertThat(MeasuredGuard.judge(Work.REQUESTS, OTHERS, new Group(0, 0, 0)).verdict())
        .isEqualTo(Verdict.UNCLEAR);
  }

  @Test
  void aSmallDifferenceIsNoHarm() {
    assertThat(MeasuredGuard.judge(Work.REQUESTS, new Group(100, 2, 0.150), OTHERS).verdict())
        .isEqualTo(Verdict.WELL);
  }

  @Test
  void moreErrorsAreHarmAndSaidInNumbers() {
    Finding finding = MeasuredGuard.judge(Work.REQUESTS, new Group(100, 12, 0.1), OTHERS);

    assertThat(finding.verdict()).isEqualTo(Verdict.HARM);
    assertThat(finding.why()).isEqualTo("12.0 % of the requests with it failed, 1.0 % without it");
  }

  @Test
  void muchSlowerIsHarm() {
    Finding finding = MeasuredGuard.judge(Work.REQUESTS, new Group(100, 1, 0.4), OTHERS);

    assertThat(finding.verdict()).isEqualTo(Verdict.HARM);
    assertThat(finding.why()).contains("400 ms", "100 ms");
  }

  @Test
  void harmInJobsIsHarmWhateverTheRequestsSay() {
    Finding requests = MeasuredGuard.judge(Work.REQUESTS, OTHERS, OTHERS);
    Finding jobs = MeasuredGuard.judge(Work.JOBS, new Group(50, 10, 2), new Group(50, 0, 2));

    assertThat(MeasuredGuard.worst(List.of(requests, jobs)))
        .isEqualTo(
            new Finding(Verdict.HARM, "20.0 % of the jobs with it failed, 0.0 % without it"));
  }

  @Test
  void whereFewAreMeasuredTheOthersDecide() {
    Finding requests = MeasuredGuard.judge(Work.REQUESTS, new Group(2, 0, 0), new Group(3, 0, 0));
    Finding jobs = MeasuredGuard.judge(Work.JOBS, OTHERS, OTHERS);
    Finding noJobs = MeasuredGuard.judge(Work.JOBS, new Group(0, 0, 0), new Group(0, 0, 0));

    assertThat(MeasuredGuard.worst(List.of(requests, jobs)).verdict()).isEqualTo(Verdict.WELL);
    assertThat(MeasuredGuard.worst(List.of(requests, noJobs)))
        .isEqualTo(
            new Finding(
                Verdict.UNCLEAR,
                "too few requests: 2 with it, 3 without; too few jobs: 0 with it, 0 without"));
  }
}
