package com.alexandrite.console.preview.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.alexandrite.console.preview.Comments;
import com.alexandrite.console.preview.Previews;
import com.alexandrite.kit.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What of a preview is text: logs, and the comment for its review. */
@RestController
@RequestMapping("/api/previews/{name}")
@Tag(name = "previews")
class PreviewTextApi {
  private static final int MOST = 5_000;
  private static final MediaType TEXT = new MediaType("text", "plain", UTF_8);
  private static final MediaType MARKDOWN = new MediaType("text", "markdown", UTF_8);

  private final Previews previews;
  private final PreviewLogs logs;
  private final Comments comments;

  PreviewTextApi(Previews previews, PreviewLogs logs, Comments comments) {
    this.previews = previews;
    this.logs = logs;
    this.comments = comments;
  }

  @GetMapping("/logs/{service}")
  @Operation(summary = "The newest lines of a service's log; `build` for the build's")
  ResponseEntity<String> log(
      @PathVariable String name,
      @PathVariable String service,
      @RequestParam(defaultValue = "200") int lines)
      throws IOException {
    String text = file(name, service).tail(Math.clamp(lines, 1, MOST)).text();
    return ResponseEntity.ok().contentType(TEXT).body(text);
  }

  @GetMapping(path = "/logs/{service}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(summary = "The same, and then what is added, as events `log` of whole lines")
  SseEmitter follow(
      @PathVariable String name,
      @PathVariable String service,
      @RequestParam(defaultValue = "200") int lines) {
    return logs.follow(file(name, service), Math.clamp(lines, 1, MOST));
  }

  @GetMapping("/comment")
  @Operation(summary = "The comment for the branch's review, in Markdown")
  ResponseEntity<String> comment(@PathVariable String name) {
    String text =
        comments
            .of(previews.known(name))
            .orElseThrow(
                () -> ProblemException.notFound("comment-off", "This console writes no comments."));
    return ResponseEntity.ok().contentType(MARKDOWN).body(text);
  }

  private LogFile file(String name, String service) {
    return logs.of(previews.known(name), service)
        .orElseThrow(() ->
            ProblemException.notFound(
                "log-unknown", "Preview " + name + " has no log of " + service + "."));
  }
}
