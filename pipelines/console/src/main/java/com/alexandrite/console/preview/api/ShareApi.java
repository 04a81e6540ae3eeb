package com.alexandrite.console.preview.api;

import com.alexandrite.console.preview.Previews;
import com.alexandrite.console.preview.share.SharedLinks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Links for people without an account. */
@RestController
@Tag(name = "previews")
class ShareApi {
  private final Previews previews;
  private final SharedLinks links;

  ShareApi(Previews previews, SharedLinks links) {
    this.previews = previews;
    this.links = links;
  }

  /** For how long; 1 to 168 hours. */
  record ShareRequest(@NotNull Integer hours) {}

  @PostMapping("/api/previews/{name}/share")
  @Operation(summary = "A link that shows the preview's page without signing in")
  SharedLinks.Link share(@PathVariable String name, @Valid @RequestBody ShareRequest request) {
    return links.make(previews.known(name), request.hours());
  }
}
