package com.alexandrite.console.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.console.view.AuditEntry;
import com.alexandrite.rollouts.engine.group.Cause;
import com.alexandrite.rollouts.engine.group.GroupRelease;
import com.alexandrite.rollouts.engine.group.ReleaseGroup;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WayBackReasonTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final GroupRelease RELEASE =
      GroupRelease.begun(
          "1", new ReleaseGroup("product", List.of()), "why not", "rita", NOW, List.of());

  @Test
  void whatAGroupDidIsReadBackFromWhatItWrote() {
    String reason =
        WayBackReason.of(RELEASE.failing(Cause.Kind.FAILED, "crm", "too many errors:\n7 of 9"));

    assertThat(reason).isEqualTo("release group product goes back: crm too many errors:\n7 of 9");
    assertThat(WayBackReason.group(by(GroupedReleases.ACTOR, reason))).contains("product");
    assertThat(WayBackReason.group(by(GroupedReleases.ACTOR, WayBackReason.of(RELEASE))))
        .contains("product");
  }

  @Test
  void aPersonIsNoGroupWhateverSheSays() {
    assertThat(WayBackReason.group(by("rita", WayBackReason.of(RELEASE)))).isEmpty();
    assertThat(WayBackReason.group(by(GroupedReleases.ACTOR, "release group product: go")))
        .isEmpty();
  }

  private static AuditEntry by(String actor, String reason) {
    return new AuditEntry(NOW, actor, "abort", "mes 3", reason, "back to stable with the others");
  }
}
