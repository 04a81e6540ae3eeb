package com.alexandrite.console.api;

import com.alexandrite.console.release.Refused;
import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.console.view.AuditEntry;
import com.alexandrite.console.view.ReleaseDesk;
import com.alexandrite.console.view.ReleaseRecord;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Releases and the record of who did what. */
@RestController
@RequestMapping("/api")
@Tag(name = "releases")
class ReleasesApi {
  private static final int MOST = 500;

  private final ReleaseDesk desk;

  ReleasesApi(ReleaseDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/releases/{id}")
  @Operation(summary = "One release; its outcome is null while it runs")
  ReleaseRecord show(@PathVariable String id) {
    return desk.release(id)
        .orElseThrow(() ->
            new Refused(
                Kind.UNKNOWN,
                "release-unknown",
                "There is no release " + id + ".",
                "List the releases."));
  }

  @GetMapping("/releases")
  @Operation(summary = "Releases, newest first")
  List<ReleaseRecord> list(
      @RequestParam @Nullable String service, @RequestParam(defaultValue = "50") int limit) {
    return desk.releases(service, Math.clamp(limit, 1, MOST));
  }

  @GetMapping("/audit")
  @Operation(summary = "What people and programs did and why, newest first")
  List<AuditEntry> audit(@RequestParam(defaultValue = "50") int limit) {
    return desk.audit(Math.clamp(limit, 1, MOST));
  }
}
