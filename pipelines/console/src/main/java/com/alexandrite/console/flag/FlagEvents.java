package com.alexandrite.console.flag;

import com.alexandrite.flags.server.FlagsChanged;
import com.alexandrite.kit.live.LiveFeed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open pages that something about the flags has changed. */
@RestController
@ConditionalOnProperty("alexandrite.flagserver.database.url")
@Tag(name = "flags")
class FlagEvents {
  private static final String TOPIC = "flags";

  private final LiveFeed feed;

  FlagEvents(LiveFeed feed) {
    this.feed = feed;
  }

  @GetMapping("/api/flag-events")
  @Operation(summary = "A stream that says when something about flags has changed")
  SseEmitter follow() {
    return feed.open(TOPIC, "flags", () -> "{}");
  }

  @EventListener
  void changed(FlagsChanged change) {
    feed.changed(TOPIC);
  }
}
