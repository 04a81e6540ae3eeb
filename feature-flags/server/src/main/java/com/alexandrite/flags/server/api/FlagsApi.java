package com.alexandrite.flags.server.api;

import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.server.change.ChangingFlag;
import com.alexandrite.flags.server.change.Edit;
import com.alexandrite.flags.server.change.Order;
import com.alexandrite.flags.server.change.RulesCheck;
import com.alexandrite.flags.server.definition.Definitions;
import com.alexandrite.flags.server.definition.FlagDefinition;
import com.alexandrite.flags.server.desk.Explaining;
import com.alexandrite.flags.server.desk.FlagDesk;
import com.alexandrite.flags.server.desk.FlagInEnvironment;
import com.alexandrite.flags.server.desk.FlagRow;
import com.alexandrite.flags.server.desk.Why;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Flags: what they answer where, and how that is changed. A change may demand the version that it
 * was decided upon (If-Match); it answers 202 when it waits for a second person.
 */
@RestController
@RequestMapping("/api/flags")
@Tag(name = "flags")
public class FlagsApi {
  private final FlagDesk desk;
  private final Definitions definitions;
  private final ChangingFlag changing;
  private final Explaining explaining;

  /** Over desk and changes. */
  public FlagsApi(
      FlagDesk desk, Definitions definitions, ChangingFlag changing, Explaining explaining) {
    this.desk = desk;
    this.definitions = definitions;
    this.changing = changing;
    this.explaining = explaining;
  }

  /** A flag with its definition. */
  record FlagView(FlagRow flag, FlagDefinition definition) {}

  /** New rules. */
  record RulesRequest(boolean enabled, @Nullable List<RuleBody> rules, @Nullable String reason) {}

  /** On or off; the rules are kept. */
  record SwitchRequest(boolean on, @Nullable String reason) {}

  /** A percentage, 0 to 100. */
  record ShareRequest(double percent, @Nullable String variant, @Nullable String reason) {}

  /** Why. */
  record ReasonRequest(@Nullable String reason) {}

  /** For whom; with rules to try them before they are in force. */
  record WhyRequest(
      @Nullable String id,
      @Nullable Map<String, String> attributes,
      @Nullable Boolean enabled,
      @Nullable List<RuleBody> rules) {}

  @GetMapping
  @Operation(summary = "All flags in short, with their state in each environment")
  List<FlagRow> list() {
    return desk.list();
  }

  @GetMapping("/{key}")
  @Operation(summary = "One flag with its definition")
  FlagView one(@PathVariable String key) {
    return new FlagView(desk.row(key), definitions.known(key));
  }

  @GetMapping("/{key}/environments/{environment}")
  @Operation(summary = "One flag in one environment, with the instances that evaluate it")
  ResponseEntity<FlagInEnvironment> state(
      @PathVariable String key, @PathVariable String environment) {
    FlagInEnvironment flag = desk.flag(key, environment);
    return ResponseEntity.ok().eTag(Long.toString(flag.version())).body(flag);
  }

  @PutMapping("/{key}/environments/{environment}")
  @Operation(summary = "Replace the rules")
  ResponseEntity<ChangeAnswer> rules(
      @PathVariable String key,
      @PathVariable String environment,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
      @RequestBody RulesRequest wanted,
      Principal actor) {
    Edit edit = new Edit.Replace(wanted.enabled(), RuleBody.rules(wanted.rules()));
    return change(environment, key, edit, actor, wanted.reason(), version);
  }

  @PostMapping("/{key}/environments/{environment}/switch")
  @Operation(summary = "Switch on or off; the rules are kept")
  ResponseEntity<ChangeAnswer> toggle(
      @PathVariable String key,
      @PathVariable String environment,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
      @RequestBody SwitchRequest wanted,
      Principal actor) {
    Edit edit = wanted.on() ? new Edit.SwitchOn() : new Edit.SwitchOff();
    return change(environment, key, edit, actor, wanted.reason(), version);
  }

  @PostMapping("/{key}/environments/{environment}/kill")
  @Operation(summary = "Off for everybody, now; waits for nobody and no date")
  ResponseEntity<ChangeAnswer> kill(
      @PathVariable String key,
      @PathVariable String environment,
      @RequestBody ReasonRequest why,
      Principal actor) {
    return change(environment, key, new Edit.SwitchOff(), actor, why.reason(), null);
  }

  @PostMapping("/{key}/environments/{environment}/share")
  @Operation(summary = "On for a percentage of all")
  ResponseEntity<ChangeAnswer> share(
      @PathVariable String key,
      @PathVariable String environment,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
      @RequestBody ShareRequest wanted,
      Principal actor) {
    Edit edit = new Edit.Share(RulesCheck.share(wanted.percent()), wanted.variant());
    return change(environment, key, edit, actor, wanted.reason(), version);
  }

  @PostMapping("/{key}/environments/{environment}/shuffle")
  @Operation(summary = "As many people as before, but others")
  ResponseEntity<ChangeAnswer> shuffle(
      @PathVariable String key,
      @PathVariable String environment,
      @RequestBody ReasonRequest why,
      Principal actor) {
    return change(environment, key, new Edit.Shuffle(), actor, why.reason(), null);
  }

  @PostMapping("/{key}/environments/{environment}/why")
  @Operation(summary = "Who gets it and why; nothing is changed")
  Why why(
      @PathVariable String key, @PathVariable String environment, @RequestBody WhyRequest asked) {
    FlagState instead =
        asked.rules() == null
            ? null
            : new FlagState(
                key,
                !Boolean.FALSE.equals(asked.enabled()),
                desk.flag(key, environment).salt(),
                RuleBody.rules(asked.rules()));
    Map<String, String> attributes = asked.attributes() == null ? Map.of() : asked.attributes();
    return explaining.explain(
        new Explaining.Question(environment, key, asked.id(), attributes, instead));
  }

  private ResponseEntity<ChangeAnswer> change(
      String environment,
      String key,
      Edit edit,
      Principal actor,
      @Nullable String reason,
      @Nullable String version) {
    return ChangeAnswer.of(
        changing.change(
            Order.of(environment, key, edit, actor.getName(), reason, IfMatch.version(version))));
  }
}
