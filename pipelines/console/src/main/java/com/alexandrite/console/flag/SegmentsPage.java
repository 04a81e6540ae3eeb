package com.alexandrite.console.flag;

import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Operator;
import com.alexandrite.flags.FlagDocument.Segment;
import com.alexandrite.flags.server.change.ChangingSegment;
import com.alexandrite.flags.server.change.ChangingSegment.SegmentOrder;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.environment.FlagStates;
import com.alexandrite.flags.server.environment.Segments;
import com.alexandrite.flags.server.environment.StoredState;
import com.alexandrite.flags.server.store.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Segments of an environment: who belongs to them, and which flags' rules name them. */
@Controller
@RequestMapping("/flags/segments")
@ConditionalOnProperty("alexandrite.flagserver.database.url")
class SegmentsPage {
  private static final Set<String> ENDS = Set.of("done", "waits", "same");
  private static final String FIELDS = "r0-";

  private final Segments segments;
  private final Environments environments;
  private final FlagStates states;
  private final ChangingSegment changing;
  private final Refusing refusing;

  SegmentsPage(
      Segments segments,
      Environments environments,
      FlagStates states,
      ChangingSegment changing,
      Refusing refusing) {
    this.segments = segments;
    this.environments = environments;
    this.states = states;
    this.changing = changing;
    this.refusing = refusing;
  }

  @GetMapping
  String page(
      @RequestParam(defaultValue = "local") String environment,
      @RequestParam(required = false) @Nullable String end,
      Model model) {
    model.addAttribute("end", end != null && ENDS.contains(end) ? end : null);
    return fill(environment, model);
  }

  @GetMapping(headers = "HX-Request")
  String livePart(@RequestParam(defaultValue = "local") String environment, Model model) {
    return fill(environment, model) + " :: live";
  }

  /** Makes one or changes it; a new one must not take the place of one that is there. */
  @PostMapping
  String save(
      @RequestParam String environment,
      @RequestParam String key,
      @RequestParam(defaultValue = "") String description,
      @RequestParam(defaultValue = "false") boolean fresh,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam MultiValueMap<String, String> fields,
      Principal visitor,
      Model model,
      HttpServletResponse response) {
    return refusing.page(
        () -> {
          var wanted =
              new Segment(
                  key.strip(), description.strip(), new RuleForm(fields).conditions(FIELDS));
          // What was entered is not lost when it is refused.
          model.addAttribute("wanted", wanted);
          model.addAttribute("fresh", fresh);
          refuseKnown(environment, wanted.key(), fresh);
          return change(environment, wanted.key(), wanted, visitor, reason);
        },
        () -> fill(environment, model),
        model,
        response);
  }

  @PostMapping("/{key}/delete")
  String delete(
      @PathVariable String key,
      @RequestParam String environment,
      @RequestParam(defaultValue = "") String reason,
      Principal visitor,
      Model model,
      HttpServletResponse response) {
    return refusing.page(
        () -> change(environment, key, null, visitor, reason),
        () -> fill(environment, model),
        model,
        response);
  }

  /** Who would belong to it, in words, as the form stands. */
  @PostMapping("/sentence")
  String sentence(@RequestParam MultiValueMap<String, String> fields, Model model) {
    model.addAttribute("conditions", new RuleForm(fields).conditions(FIELDS));
    return "flag/pieces :: said";
  }

  private void refuseKnown(String environment, String key, boolean fresh) {
    if (fresh && segments.find(environment, key).isPresent()) {
      throw Refused.conflict(
          "segment-exists", "There is a segment " + key + " already.", "Change that one.");
    }
  }

  private String change(
      String environment, String key, @Nullable Segment wanted, Principal actor, String reason) {
    var order =
        new SegmentOrder(
            environment, key, wanted, actor.getName(), Refused.reason(reason), null, null);
    String end = FlagActions.word(changing.change(order));
    return "redirect:/flags/segments?environment=" + environment + "&end=" + end;
  }

  private String fill(String environment, Model model) {
    try {
      model.addAttribute("place", environments.known(environment));
    } catch (Refused refusal) {
      throw Refusing.notFound(refusal);
    }
    List<FlagState> all = states.all(environment).stream().map(StoredState::state).toList();
    model.addAttribute("environments", environments.all());
    model.addAttribute("operators", Operator.values());
    model.addAttribute(
        "lines",
        segments.all(environment).stream()
            .map(segment -> new SegmentLine(segment, naming(segment.key(), all)))
            .toList());
    return "flag/segments";
  }

  private static List<String> naming(String segment, List<FlagState> states) {
    return states.stream()
        .filter(state -> state.rules().stream().anyMatch(rule -> segment.equals(rule.segment())))
        .map(FlagState::key)
        .toList();
  }
}
