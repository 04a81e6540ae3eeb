package com.alexandrite.preview.life;

import com.alexandrite.preview.Depth;
import com.alexandrite.preview.FlagDifference;
import com.alexandrite.preview.PreviewView.Event;
import com.alexandrite.preview.PreviewView.Verdict;
import com.alexandrite.preview.SchemaReport;
import com.alexandrite.preview.life.Preview.Awakening;
import com.alexandrite.preview.life.Preview.Failed;
import com.alexandrite.preview.life.Preview.Served;
import com.alexandrite.preview.life.Preview.Timings;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A preview's record while it changes: whatever becomes another in a preview's life. */
final class PreviewDraft {

  private final Preview from;

  @Nullable Depth forcedDepth;
  boolean pinned;
  Instant lastUsedAt;
  @Nullable Served served;
  @Nullable String asked;
  @Nullable Failed failed;
  boolean asleep;
  Set<String> demanded;
  boolean resetting;
  @Nullable String removing;
  @Nullable Instant queuedSince;
  @Nullable Awakening awakening;
  Timings timings;
  SchemaReport schema;
  List<FlagDifference> flags;
  @Nullable Verdict verdict;
  List<Event> events;

  PreviewDraft(Preview from) {
    this.from = from;
    forcedDepth = from.forcedDepth();
    pinned = from.pinned();
    lastUsedAt = from.lastUsedAt();
    served = from.served();
    asked = from.asked();
    failed = from.failed();
    asleep = from.asleep();
    demanded = from.demanded();
    resetting = from.resetting();
    removing = from.removing();
    queuedSince = from.queuedSince();
    awakening = from.awakening();
    timings = from.timings();
    schema = from.schema();
    flags = from.flags();
    verdict = from.verdict();
    events = from.events();
  }

  Preview build() {
    return new Preview(
        from.name(),
        from.branches(),
        forcedDepth,
        pinned,
        from.createdBy(),
        from.createdAt(),
        lastUsedAt,
        served,
        asked,
        failed,
        asleep,
        demanded,
        resetting,
        removing,
        queuedSince,
        awakening,
        timings,
        schema,
        flags,
        verdict,
        events);
  }
}
