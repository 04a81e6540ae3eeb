package com.alexandrite.console.flag;

import com.alexandrite.flags.server.change.ChangeRequests;
import com.alexandrite.flags.server.change.DecidingRequest;
import com.alexandrite.flags.server.schedule.Scheduled;
import com.alexandrite.flags.server.schedule.Schedules;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is to come: changes that are due later, and those that wait for a second person. */
@Controller
@RequestMapping("/flags/due")
@ConditionalOnProperty("alexandrite.flagserver.database.url")
class DuePage {
  private static final int MOST = 100;
  private static final Set<String> ENDS = Set.of("cancelled", "done", "waits", "same", "rejected");

  private final Schedules schedules;
  private final ChangeRequests requests;
  private final DecidingRequest deciding;
  private final Refusing refusing;
  private final FlagSayings sayings;

  DuePage(
      Schedules schedules,
      ChangeRequests requests,
      DecidingRequest deciding,
      Refusing refusing,
      FlagSayings sayings) {
    this.schedules = schedules;
    this.requests = requests;
    this.deciding = deciding;
    this.refusing = refusing;
    this.sayings = sayings;
  }

  @GetMapping
  String page(@RequestParam(required = false) @Nullable String end, Model model) {
    model.addAttribute("end", end != null && ENDS.contains(end) ? end : null);
    return fill(model);
  }

  @GetMapping(headers = "HX-Request")
  String livePart(Model model) {
    return fill(model) + " :: live";
  }

  /** The whole series: a growth does not skip one of its steps. */
  @PostMapping("/{series}/cancel")
  String cancel(
      @PathVariable UUID series, Principal visitor, Model model, HttpServletResponse response) {
    return refusing.page(
        () -> {
          schedules.cancel(series, "cancelled by " + visitor.getName());
          return "redirect:/flags/due?end=cancelled";
        },
        () -> fill(model),
        model,
        response);
  }

  @PostMapping("/requests/{id}/{word}")
  String decide(
      @PathVariable long id,
      @PathVariable String word,
      @RequestParam(defaultValue = "") String reason,
      Principal visitor,
      Model model,
      HttpServletResponse response) {
    return refusing.page(
        () -> "redirect:/flags/due?end=" + decide(id, word, visitor.getName(), reason),
        () -> fill(model),
        model,
        response);
  }

  private String decide(long id, String word, String actor, String reason) {
    if (word.equals("approve")) {
      return FlagActions.word(deciding.approve(id, actor, reason));
    }
    deciding.reject(id, actor, reason);
    return "rejected";
  }

  private String fill(Model model) {
    List<Scheduled> due = schedules.all(null, null, true);
    model.addAttribute("schedule", due);
    model.addAttribute(
        "steps",
        due.stream().collect(Collectors.groupingBy(Scheduled::series, Collectors.counting())));
    model.addAttribute(
        "waiting",
        requests.newest(null, null, MOST).stream()
            .filter(one -> one.state().equals("waiting"))
            .map(RequestLine::of)
            .toList());
    model.addAttribute("sayings", sayings);
    return "flag/due";
  }
}
