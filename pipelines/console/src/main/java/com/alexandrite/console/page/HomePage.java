package com.alexandrite.console.page;

import com.alexandrite.console.view.ReleaseDesk;
import com.alexandrite.console.view.ReleaseRecord;
import com.alexandrite.console.view.RolloutDetail;
import com.alexandrite.console.view.RolloutSummary;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is live where, and what is on its way. */
@Controller
class HomePage {

  private final ReleaseDesk desk;
  private final InstantSource clock;

  HomePage(ReleaseDesk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @GetMapping("/")
  String page(Model model) {
    fill(model);
    return "home";
  }

  @GetMapping(path = "/", headers = "HX-Request")
  String livePart(Model model) {
    fill(model);
    return "home :: live";
  }

  private void fill(Model model) {
    List<RolloutSummary> rollouts = desk.rollouts();
    List<ReleaseRecord> releases = desk.releases(null, 200);
    model.addAttribute("rollouts", rollouts);
    List<RolloutDetail> underWay = underWay(rollouts);
    model.addAttribute("underWay", underWay);
    model.addAttribute(
        "details",
        underWay.stream().collect(Collectors.toMap(RolloutDetail::name, Function.identity())));
    model.addAttribute("releases", releases.stream().limit(6).toList());
    model.addAttribute("figures", ReleaseFigures.of(releases, clock.instant()));
  }

  /** Everything that is not simply healthy, with its evidence. */
  private List<RolloutDetail> underWay(List<RolloutSummary> rollouts) {
    return rollouts.stream()
        .filter(rollout -> !rollout.phase().equals("Healthy"))
        .map(rollout -> desk.rollout(rollout.name()))
        .flatMap(Optional::stream)
        .toList();
  }
}
