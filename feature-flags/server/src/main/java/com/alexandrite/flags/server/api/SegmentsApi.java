package com.alexandrite.flags.server.api;

import com.alexandrite.flags.FlagDocument.Segment;
import com.alexandrite.flags.server.change.ChangingSegment;
import com.alexandrite.flags.server.change.ChangingSegment.SegmentOrder;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.environment.Segments;
import com.alexandrite.flags.server.store.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Named groups that rules refer to. */
@RestController
@RequestMapping("/api/flag-segments")
@Tag(name = "flag segments")
public class SegmentsApi {
  private final Segments segments;
  private final Environments environments;
  private final ChangingSegment changing;

  /** Over the flag database. */
  public SegmentsApi(Segments segments, Environments environments, ChangingSegment changing) {
    this.segments = segments;
    this.environments = environments;
    this.changing = changing;
  }

  /** Who belongs to it. */
  record SegmentRequest(
      @Nullable String description,
      @Nullable List<RuleBody.ConditionBody> conditions,
      @Nullable String reason) {}

  @GetMapping
  @Operation(summary = "The segments of an environment")
  List<Segment> list(@RequestParam String environment) {
    return segments.all(environments.known(environment).name());
  }

  @PutMapping("/{key}")
  @Operation(summary = "Make a segment, or change who belongs to it")
  ResponseEntity<ChangeAnswer> put(
      @PathVariable String key,
      @RequestParam String environment,
      @RequestBody SegmentRequest wanted,
      Principal actor) {
    List<RuleBody.ConditionBody> conditions =
        Objects.requireNonNullElse(wanted.conditions(), List.of());
    Segment segment =
        new Segment(
            key,
            Objects.requireNonNullElse(wanted.description(), ""),
            conditions.stream().map(RuleBody.ConditionBody::condition).toList());
    return change(environment, key, segment, actor, wanted.reason());
  }

  @DeleteMapping("/{key}")
  @Operation(summary = "Take a segment away that no rule names")
  ResponseEntity<ChangeAnswer> delete(
      @PathVariable String key,
      @RequestParam String environment,
      @RequestParam(required = false) @Nullable String reason,
      Principal actor) {
    return change(environment, key, null, actor, reason);
  }

  private ResponseEntity<ChangeAnswer> change(
      String environment,
      String key,
      @Nullable Segment wanted,
      Principal actor,
      @Nullable String reason) {
    return ChangeAnswer.of(
        changing.change(
            new SegmentOrder(
                environment, key, wanted, actor.getName(), Refused.reason(reason), null, null)));
  }
}
