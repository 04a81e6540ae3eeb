package com.alexandrite.rollouts.engine.safeguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.rollouts.engine.safeguard.FreezeWindow.Scope;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows as people write them, on the clocks of their zone. */
class FreezeLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Fri 16:00 - Mon 08:00 Europe/Berlin | 2026-11-27T14:59:59Z | -
          Fri 16:00 - Mon 08:00 Europe/Berlin | 2026-11-27T15:00:00Z | 2026-11-30T07:00:00Z
          Fri 16:00 - Mon 08:00 Europe/Berlin | 2026-11-30T06:59:59Z | 2026-11-30T07:00:00Z
          Fri 16:00 - Mon 08:00 Europe/Berlin | 2026-11-30T07:00:00Z | -
          Fri 16:00 - Fri 08:00 UTC           | 2026-11-26T12:00:00Z | 2026-11-27T08:00:00Z
          Wed 10:00 - Wed 12:00 UTC           | 2026-11-25T11:00:00Z | 2026-11-25T12:00:00Z
          Mon-Fri 11:00 - 14:00 UTC           | 2026-11-25T13:00:00Z | 2026-11-25T14:00:00Z
          Mon-Fri 11:00 - 14:00 UTC           | 2026-11-28T13:00:00Z | -
          Sat-Mon 22:00 - 06:00 UTC           | 2026-11-24T05:00:00Z | 2026-11-24T06:00:00Z
          Sat-Mon 22:00 - 06:00 UTC           | 2026-11-24T23:00:00Z | -
          Sun 22:00-06:00 UTC                 | 2026-11-30T01:00:00Z | 2026-11-30T06:00:00Z
          2026-12-20 - 2027-01-02 UTC         | 2027-01-02T23:59:59Z | 2027-01-03T00:00:00Z
          2026-12-20 12:00 - 2026-12-20 13:00 UTC | 2026-12-20T11:59:00Z | -
          """)
  void isInForce(String line, Instant now, String end) {
    assertThat(FreezeLine.read(line).end(now).map(Instant::toString).orElse("-")).isEqualTo(end);
  }

  /** Berlin's clocks skip 02:00 to 03:00 on 29 March and have it twice on 25 October. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sun 02:30 - Sun 12:00 Europe/Berlin | 2026-03-29T01:29:00Z | -
          Sun 02:30 - Sun 12:00 Europe/Berlin | 2026-03-29T01:30:00Z | 2026-03-29T10:00:00Z
          Sat 12:00 - Sun 02:30 Europe/Berlin | 2026-03-29T01:00:00Z | 2026-03-29T01:30:00Z
          Sun 02:30 - Sun 12:00 Europe/Berlin | 2026-10-25T00:30:00Z | 2026-10-25T11:00:00Z
          Sat 12:00 - Sun 02:30 Europe/Berlin | 2026-10-25T01:15:00Z | 2026-10-25T01:30:00Z
          Sat 20:00 - Sun 20:00 Europe/Berlin | 2026-03-28T20:00:00Z | 2026-03-29T18:00:00Z
          """)
  void heedsDaylightSaving(String line, Instant now, String end) {
    assertThat(FreezeLine.read(line).end(now).map(Instant::toString).orElse("-")).isEqualTo(end);
  }

  @Test
  void saysWhatItStops() {
    assertThat(FreezeLine.read("Mon 00:00 - Tue 00:00 UTC: from step 3").scope())
        .isEqualTo(new Scope.FromStep(3));
    assertThat(FreezeLine.read("Mon 00:00 - Tue 00:00 UTC: above 25 %").scope())
        .isEqualTo(new Scope.AboveWeight(25));
    assertThat(FreezeLine.read("Mon 00:00 - Tue 00:00 UTC").scope())
        .isEqualTo(new Scope.AboveWeight(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fri 16:00 - Mon 08:00",
        "Fri 25:00 - Mon 08:00 UTC",
        "Fri 16:00 - Mon 08:00 Europe/Nowhere",
        "2026-02-30 - 2026-03-01 UTC",
        "2026-03-02 - 2026-03-01 UTC",
        "weekends UTC",
        "Fri 16:00 - Mon 08:00 UTC: from step x"
      })
  void refusesWhatIsNoWindow(String line) {
    assertThatThrownBy(() -> FreezeLine.read(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(line);
  }
}
