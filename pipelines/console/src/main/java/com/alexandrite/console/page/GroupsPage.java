package com.alexandrite.console.page;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.view.ActionOutcome;
import com.alexandrite.console.view.GroupDesk;
import com.alexandrite.console.view.GroupView;
import com.alexandrite.console.view.ReleaseDesk;
import com.alexandrite.console.words.Sentences;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The release groups: the order of their members, and how far each is. */
@Controller
@OnThisMachine
@RequestMapping("/groups")
class GroupsPage {
  private final GroupDesk groups;
  private final ReleaseDesk desk;
  private final Sentences sentences;
  private final PageWords words;

  GroupsPage(GroupDesk groups, ReleaseDesk desk, Sentences sentences, PageWords words) {
    this.groups = groups;
    this.desk = desk;
    this.sentences = sentences;
    this.words = words;
  }

  @GetMapping
  String page(@RequestParam(required = false) @Nullable String done, Model model) {
    fill(model);
    model.addAttribute("done", done != null);
    return "groups";
  }

  @GetMapping(headers = "HX-Request")
  String livePart(Model model) {
    fill(model);
    return "groups :: live";
  }

  /** Done: back to the page, so that a reload does not do it twice. Refused: the page says why. */
  @PostMapping("/{name}/abort")
  String abort(
      @PathVariable String name,
      @RequestParam String reason,
      Principal visitor,
      Model model,
      HttpServletResponse response) {
    return switch (groups.stop(name, reason.strip(), visitor.getName())) {
      case ActionOutcome.Done _ -> "redirect:/groups?done";
      case ActionOutcome.Refused refused -> {
        fill(model);
        model.addAttribute("refused", refused);
        response.setStatus(HttpStatus.CONFLICT.value());
        yield "groups";
      }
    };
  }

  private void fill(Model model) {
    List<GroupView> all = groups.groups();
    model.addAttribute("groups", all);
    model.addAttribute("problems", groups.problems());
    model.addAttribute(
        "pictures", all.stream().collect(Collectors.toMap(GroupView::name, GroupPicture::new)));
    model.addAttribute("say", new GroupWords(sentences, words, desk));
  }
}
