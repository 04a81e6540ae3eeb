package com.alexandrite.console.preview.page;

import com.alexandrite.console.preview.Previews;
import com.alexandrite.console.preview.share.SharedLinks;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.preview.PreviewView;
import java.security.Principal;
import java.util.Optional;
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

/** One preview as its developer sees it, and what can be done with it. */
@Controller
@RequestMapping("/previews/{name}")
class PreviewPage {
  private static final Set<String> ENDS = Set.of("wake", "sleep", "reset", "pin", "unpin", "again");

  private final Previews previews;
  private final PreviewModel content;
  private final PreviewActions actions;
  private final SharedLinks links;

  PreviewPage(Previews previews, PreviewModel content, PreviewActions actions, SharedLinks links) {
    this.previews = previews;
    this.content = content;
    this.actions = actions;
    this.links = links;
  }

  @GetMapping
  String page(
      @PathVariable String name,
      @RequestParam(required = false) @Nullable String end,
      Model model) {
    content.fill(previews.known(name), model);
    model.addAttribute("end", end != null && ENDS.contains(end) ? end : null);
    return "preview/one";
  }

  /** An open page of a preview that was removed says so, and stays. */
  @GetMapping(headers = "HX-Request")
  String livePart(@PathVariable String name, Model model) {
    Optional<PreviewView> view = previews.desk().find(name);
    if (view.isEmpty()) {
      model.addAttribute("name", name);
      return "preview/pieces :: gone";
    }
    content.fill(view.get(), model);
    return "preview/one :: live";
  }

  /** Done: back to the page, so that a reload does not do it twice. */
  @PostMapping("/actions/{action}")
  String act(@PathVariable String name, @PathVariable String action, Principal visitor) {
    String actor = visitor.getName();
    switch (action) {
      case "wake" -> actions.wake(name);
      case "sleep" -> actions.sleep(name, actor);
      case "reset" -> actions.reset(name, actor);
      case "pin" -> actions.pin(name, true, actor);
      case "unpin" -> actions.pin(name, false, actor);
      case "again" -> actions.again(name, actor);
      case "delete" -> {
        actions.delete(name, actor);
        return "redirect:/previews?deleted=" + name;
      }
      default ->
          throw new ProblemException(
              HttpStatus.NOT_FOUND,
              "action-unknown",
              "A preview has no action " + action + ".",
              "Go back to its page.");
    }
    return "redirect:/previews/{name}?end=" + action;
  }

  /** The link is on the page that answers and nowhere else. */
  @PostMapping("/share")
  String share(@PathVariable String name, @RequestParam int hours, Model model) {
    PreviewView view = previews.known(name);
    content.fill(view, model);
    model.addAttribute("link", links.make(view, hours));
    return "preview/one";
  }
}
