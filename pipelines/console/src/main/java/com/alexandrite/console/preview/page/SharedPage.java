package com.alexandrite.console.preview.page;

import com.alexandrite.console.preview.Previews;
import com.alexandrite.console.preview.share.SharedLinks;
import com.alexandrite.preview.PreviewView;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** A preview's page for whoever has a link: it shows, and changes nothing. */
@Controller
@RequestMapping("/shared/{token}")
class SharedPage {
  private final Previews previews;
  private final SharedLinks links;
  private final PreviewModel content;
  private final InstantSource clock;

  SharedPage(Previews previews, SharedLinks links, PreviewModel content, InstantSource clock) {
    this.previews = previews;
    this.links = links;
    this.content = content;
    this.clock = clock;
  }

  @GetMapping
  String page(
      @PathVariable String token,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String live,
      Model model,
      HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    Optional<SharedLinks.Claim> claim = links.read(token);
    if (claim.isPresent() && claim.get().expired(clock.instant())) {
      return refused(HttpStatus.GONE, "expired", claim.get(), model, response);
    }
    Optional<PreviewView> view =
        claim.flatMap(it -> previews.desk().find(it.preview()).filter(it::of));
    if (view.isEmpty()) {
      String why = claim.isPresent() ? "revoked" : "forged";
      return refused(HttpStatus.FORBIDDEN, why, claim.orElse(null), model, response);
    }
    content.fill(view.get(), model);
    model.addAttribute("shared", claim.get());
    model.addAttribute("token", token);
    return live == null ? "preview/one" : "preview/one :: live";
  }

  private static String refused(
      HttpStatus status,
      String why,
      SharedLinks.@Nullable Claim claim,
      Model model,
      HttpServletResponse response) {
    model.addAttribute("why", why);
    model.addAttribute("claim", claim);
    response.setStatus(status.value());
    // A page that was open when its link ended loads itself again, and says so.
    response.setHeader("HX-Refresh", "true");
    return "preview/refused";
  }
}
