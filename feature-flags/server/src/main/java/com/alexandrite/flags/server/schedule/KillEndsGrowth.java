package com.alexandrite.flags.server.schedule;

import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.server.change.Change;
import com.alexandrite.flags.server.change.ChangeListener;
import com.alexandrite.flags.server.store.FlagJson;

/** Whoever switches a flag off ends its growth: no step may bring it back behind their back. */
public final class KillEndsGrowth implements ChangeListener {
  private final Schedules schedules;

  /** Over the schedules. */
  public KillEndsGrowth(Schedules schedules) {
    this.schedules = schedules;
  }

  @Override
  public void changed(Change change) {
    FlagState after =
        change.subjectKind().equals("flag")
            ? FlagJson.readNullable(change.after(), FlagState.class)
            : null;
    if (after != null && !after.enabled()) {
      schedules.cancelGrowth(
          change.environment(), change.subject(), "switched off by " + change.actor());
    }
  }
}
