package com.alexandrite.kit.flags;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.Unit;
import java.time.Instant;
import java.util.List;

/** Flags and documents for tests. */
public final class Documents {

  /** The flag that the tests switch. */
  public static final Flag<Boolean> SWITCH =
      Flag.bool(0, "switch", FlagType.RELEASE, Unit.USER, false);

  static final FlagCatalogue CATALOGUE = new FlagCatalogue(List.of(SWITCH));
  static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");

  private Documents() {}

  /** A document in which a share of all has the flag. */
  static FlagDocument of(String environment, long version, int share) {
    var rule = Rule.everybody(share, Flag.ON);
    var state = new FlagState(SWITCH.key(), true, "s", List.of(rule));
    return new FlagDocument(environment, version, AT, List.of(state), List.of());
  }

  static FlagDocument on(String environment, long version) {
    return of(environment, version, FlagDocument.EVERYBODY);
  }

  static FlagDocument off(String environment, long version) {
    return of(environment, version, 0);
  }
}
