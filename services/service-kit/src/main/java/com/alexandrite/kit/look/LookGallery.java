package com.alexandrite.kit.look;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The living page of all fragments in all their states; visual tests compare it. */
@Controller
final class LookGallery {

  private static final List<String> STATES =
      List.of(
          "INITIATED",
          "FILE_UPLOADED",
          "SUBMITTED",
          "PRICE_CALCULATED",
          "MANUFACTURING_APPROVED",
          "MANUFACTURING_STARTED",
          "MANUFACTURING_COMPLETED",
          "PACKAGING",
          "SHIPPED",
          "CLOSED",
          "PRICING_FAILED",
          "Healthy",
          "Progressing",
          "Paused",
          "Degraded",
          "Promoted",
          "RolledBack",
          "Running",
          "Pending",
          "Successful",
          "Failed",
          "Error",
          "Inconclusive",
          "stable",
          "canary",
          "old");

  private final InstantSource clock;

  LookGallery(ObjectProvider<InstantSource> clock) {
    this.clock = clock.getIfAvailable(InstantSource::system);
  }

  @GetMapping("/look")
  String show(Model model) {
    Instant now = clock.instant();
    model.addAttribute("states", STATES);
    model.addAttribute("now", now);
    model.addAttribute("earlier", now.minusSeconds(4000));
    model.addAttribute("small", new BigDecimal("249"));
    model.addAttribute("price", new BigDecimal("1249.5"));
    model.addAttribute("large", new BigDecimal("1249320.5"));
    return "kit/look";
  }

  @GetMapping("/look/series.json")
  @ResponseBody
  GallerySeries series() {
    return GallerySeries.rolledBack((double) clock.instant().getEpochSecond());
  }

  @GetMapping("/look/empty.json")
  @ResponseBody
  GallerySeries noSeries() {
    return GallerySeries.empty((double) clock.instant().getEpochSecond());
  }
}
