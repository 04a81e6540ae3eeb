package com.alexandrite.console.page;

import com.alexandrite.console.view.ActionOutcome;
import com.alexandrite.console.view.ActionRequest;
import com.alexandrite.console.view.ReleaseActions;
import com.alexandrite.console.view.ReleaseDesk;
import com.alexandrite.console.view.RolloutDetail;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One rollout with its evidence, and what can be done about it. */
@Controller
@RequestMapping("/rollouts/{name}")
class RolloutPage {

  private static final Set<String> ACTIONS =
      Set.of(
          "promote",
          "promote-full",
          "skip-step",
          "abort",
          "retry",
          "undo",
          "accept",
          "pause",
          "resume",
          "restart",
          "set-image");

  private final ReleaseDesk desk;
  private final ReleaseActions actions;
  private final PageWords words;

  RolloutPage(ReleaseDesk desk, ReleaseActions actions, PageWords words) {
    this.desk = desk;
    this.actions = actions;
    this.words = words;
  }

  @GetMapping
  String page(
      @PathVariable String name,
      @RequestParam(required = false) @Nullable String done,
      Model model) {
    fill(name, model);
    model.addAttribute("done", done != null && ACTIONS.contains(done) ? done : null);
    return "rollout";
  }

  @GetMapping(headers = "HX-Request")
  String livePart(@PathVariable String name, Model model) {
    fill(name, model);
    return "rollout :: live";
  }

  /** Done: back to the page, so that a reload does not do it twice. Refused: the page says why. */
  @PostMapping("/actions/{action}")
  String act(
      @PathVariable String name,
      @PathVariable String action,
      @RequestParam String reason,
      @RequestParam(required = false) @Nullable Integer toRevision,
      @RequestParam(required = false) @Nullable String image,
      Principal visitor,
      Model model,
      HttpServletResponse response) {
    if (!ACTIONS.contains(action)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    ActionRequest request =
        new ActionRequest(name, action, toRevision, image, visitor.getName(), reason.strip());
    return switch (actions.act(request)) {
      case ActionOutcome.Done _ -> "redirect:/rollouts/{name}?done=" + action;
      case ActionOutcome.Refused refused -> {
        fill(name, model);
        model.addAttribute("refused", refused);
        response.setStatus(HttpStatus.CONFLICT.value());
        yield "rollout";
      }
    };
  }

  private void fill(String name, Model model) {
    RolloutDetail rollout =
        desk.rollout(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("rollout", rollout);
    model.addAttribute("asks", rollout.actions().stream().filter(ACTIONS::contains).toList());
    model.addAttribute("say", new ChartSentences(rollout));
    model.addAttribute("follows", new Consequences(rollout, words));
  }
}
