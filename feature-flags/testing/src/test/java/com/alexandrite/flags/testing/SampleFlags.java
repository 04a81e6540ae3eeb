package com.alexandrite.flags.testing;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.Unit;
import java.util.List;

/** Flags for the tests. */
final class SampleFlags {
  static final Flag<Boolean> VIEWER = Flag.bool(0, "viewer", FlagType.RELEASE, Unit.USER, false);
  static final Flag<Boolean> EXPRESS =
      Flag.bool(1, "express", FlagType.KILL_SWITCH, Unit.USER, true);
  static final Flag<String> LAYOUT =
      new Flag<>(
          2,
          "layout",
          FlagType.EXPERIMENT,
          Unit.USER,
          List.of(
              new Flag.Variant<>("old", "classic"),
              new Flag.Variant<>("cards", "cards page"),
              new Flag.Variant<>("table", "table page")),
          "old");

  private SampleFlags() {}
}
