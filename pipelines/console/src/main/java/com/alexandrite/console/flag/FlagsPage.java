package com.alexandrite.console.flag;

import com.alexandrite.flags.server.desk.FlagDesk;
import com.alexandrite.flags.server.desk.FlagRow;
import com.alexandrite.flags.server.environment.Environments;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** All flags: what they answer where, whose they are, and which have outlived their purpose. */
@Controller
@ConditionalOnProperty("alexandrite.flagserver.database.url")
class FlagsPage {
  private final FlagDesk desk;
  private final Environments environments;
  private final FlagSayings sayings;
  private final InstantSource clock;

  FlagsPage(FlagDesk desk, Environments environments, FlagSayings sayings, InstantSource clock) {
    this.desk = desk;
    this.environments = environments;
    this.sayings = sayings;
    this.clock = clock;
  }

  @GetMapping("/flags")
  String page(
      @RequestParam(defaultValue = "local") String environment,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String mark,
      Model model) {
    fill(FlagFilter.of(environment, q, state, type, owner, mark), model);
    return "flag/list";
  }

  @GetMapping(path = "/flags", headers = "HX-Request")
  String livePart(
      @RequestParam(defaultValue = "local") String environment,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String mark,
      Model model) {
    fill(FlagFilter.of(environment, q, state, type, owner, mark), model);
    return "flag/list :: live";
  }

  private void fill(FlagFilter filter, Model model) {
    if (environments.find(filter.environment()).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    List<FlagRow> all = desk.list();
    model.addAttribute("filter", filter);
    model.addAttribute("environments", environments.all());
    model.addAttribute("all", all.size());
    model.addAttribute("rows", filter.of(all));
    model.addAttribute("types", all.stream().map(FlagRow::type).distinct().sorted().toList());
    model.addAttribute("owners", all.stream().map(FlagRow::owner).distinct().sorted().toList());
    model.addAttribute("marked", all.stream().filter(row -> !row.mark().isEmpty()).count());
    model.addAttribute("sayings", sayings);
    model.addAttribute("say", FlagWords.at(clock.instant()));
  }
}
