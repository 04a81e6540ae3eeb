package com.alexandrite.console.preview.page;

import com.alexandrite.console.preview.Previews;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.preview.Depth;
import com.alexandrite.preview.PreviewDesk;
import com.alexandrite.preview.PreviewFailure;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All previews, and making another one. */
@Controller
@RequestMapping("/previews")
class PreviewsPage {
  /** No branch has a space in its name; a comma or plus beside it is for the eye. */
  private static final Pattern BETWEEN_BRANCHES = Pattern.compile(",?\\s+(?:\\+\\s+)?");

  private final Previews previews;

  PreviewsPage(Previews previews) {
    this.previews = previews;
  }

  @GetMapping
  String page(
      @RequestParam(defaultValue = "") String branch,
      @RequestParam(required = false) @Nullable String deleted,
      Model model) {
    fill(model);
    model.addAttribute("wanted", branch);
    model.addAttribute("deleted", deleted);
    return "preview/list";
  }

  @GetMapping(headers = "HX-Request")
  String livePart(Model model) {
    fill(model);
    return "preview/list :: live";
  }

  /** Made: to its page, where it grows. Refused: the list says why and keeps what was entered. */
  @PostMapping
  String create(
      @RequestParam String branches,
      @RequestParam(defaultValue = "") String depth,
      Principal visitor,
      Model model,
      HttpServletResponse response) {
    try {
      var request =
          new PreviewDesk.Request(split(branches), Previews.depth(depth), visitor.getName());
      return "redirect:/previews/" + previews.desk().create(request).name();
    } catch (PreviewFailure failure) {
      fill(model);
      model.addAttribute("wanted", branches);
      model.addAttribute("depth", depth);
      model.addAttribute("refused", failure.problem());
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return "preview/list";
    }
  }

  private void fill(Model model) {
    model.addAttribute("overview", previews.desk().overview());
    model.addAttribute("branches", previews.desk().branches());
    model.addAttribute("depths", Depth.values());
    model.addAttribute("say", new PreviewWords());
  }

  private static List<String> split(String branches) {
    if (branches.isBlank()) {
      throw ProblemException.badRequest(
          "branch-missing", "No branch was named.", "Enter the name of at least one branch.");
    }
    return BETWEEN_BRANCHES.splitAsStream(branches.strip()).toList();
  }
}
