package com.alexandrite.environment.process;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class ProcStatTest {

  @Property
  void finds_the_fields_behind_any_command_name(
      @ForAll String name, @ForAll @LongRange(min = 0) long ticks) {
    String line =
        "42 (" + name + ") S 1 42 42 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 " + ticks + " 9 9";

    assertThat(ProcStat.parse(line)).isEqualTo(new ProcStat('S', ticks));
  }

  @Example
  void a_zombie_is_not_alive() {
    assertThat(new ProcStat('Z', 1).alive()).isFalse();
  }
}
