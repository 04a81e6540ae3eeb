package com.alexandrite.console.page;

import com.alexandrite.console.view.ReleaseDesk;
import com.alexandrite.console.view.ReleaseRecord;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All releases, and all that people did; the filters are in the address. */
@Controller
class HistoryPage {

  private static final int MOST = 200;

  private final ReleaseDesk desk;
  private final PageWords words;

  HistoryPage(ReleaseDesk desk, PageWords words) {
    this.desk = desk;
    this.words = words;
  }

  @GetMapping("/releases")
  String releases(
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String q,
      Model model) {
    List<ReleaseRecord> all = desk.releases(null, MOST);
    model.addAttribute(
        "releases",
        all.stream()
            .filter(release -> outcome.isBlank() || outcome.equals(release.outcome()))
            .filter(release -> mentions(release, q))
            .toList());
    model.addAttribute("all", all.size());
    model.addAttribute("outcome", outcome);
    model.addAttribute("q", q);
    return "releases";
  }

  @GetMapping("/audit")
  String audit(Model model) {
    model.addAttribute("entries", desk.audit(MOST));
    return "audit";
  }

  private boolean mentions(ReleaseRecord release, String q) {
    String wanted = q.strip().toLowerCase(Locale.ROOT);
    return Stream.of(
            release.service(),
            release.toVersion(),
            release.reason(),
            words.why(release),
            release.actor(),
            text(release.gitRevision()))
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
