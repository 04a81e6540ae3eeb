package com.alexandrite.console.preview.api;

import com.alexandrite.console.preview.ConsoleAddress;
import com.alexandrite.console.preview.PreviewChanges;
import com.alexandrite.console.preview.Previews;
import com.alexandrite.kit.live.LiveFeed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** Previews again at each change, for pages and programs that follow them. */
@RestController
@RequestMapping("/api/previews")
@Tag(name = "previews")
class PreviewStreams {
  private final Previews previews;
  private final ConsoleAddress console;
  private final LiveFeed feed;
  private final JsonMapper json;

  PreviewStreams(Previews previews, ConsoleAddress console, LiveFeed feed, JsonMapper json) {
    this.previews = previews;
    this.console = console;
    this.feed = feed;
    this.json = json;
  }

  @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(summary = "All previews again at each change, as event `previews`")
  SseEmitter all() {
    previews.desk();
    return feed.open(PreviewChanges.ALL, "previews", this::overview);
  }

  @GetMapping(path = "/{name}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(summary = "One preview again at each change, as event `preview`; `gone` at its end")
  SseEmitter one(@PathVariable String name) {
    previews.known(name);
    return feed.open(PreviewChanges.topic(name), "preview", () -> preview(name));
  }

  private String overview() {
    return json.writeValueAsString(OverviewJson.of(previews.desk().overview(), console.value()));
  }

  private String preview(String name) {
    return previews
        .desk()
        .find(name)
        .map(view -> json.writeValueAsString(PreviewJson.of(view, console.value())))
        .orElseGet(() -> json.writeValueAsString(Map.of("name", name, "gone", true)));
  }
}
