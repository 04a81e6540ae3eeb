package com.alexandrite.console.flag;

import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.hook.Delivery;
import com.alexandrite.flags.server.hook.Webhook;
import com.alexandrite.flags.server.hook.Webhooks;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who hears of changes by HTTP, and what became of the last messages to them. */
@Controller
@RequestMapping("/flags/webhooks")
@ConditionalOnProperty("alexandrite.flagserver.database.url")
class WebhooksPage {
  private static final int NEWEST = 10;
  private static final int SECRET_BYTES = 24;

  private final Webhooks webhooks;
  private final Environments environments;
  private final Refusing refusing;
  private final FlagSayings sayings;
  private final SecureRandom random = new SecureRandom();

  WebhooksPage(
      Webhooks webhooks, Environments environments, Refusing refusing, FlagSayings sayings) {
    this.webhooks = webhooks;
    this.environments = environments;
    this.refusing = refusing;
    this.sayings = sayings;
  }

  /** A webhook with the newest messages to it, the newest first. */
  public record Line(Webhook hook, List<Delivery> deliveries) {

    /** How many of them it has not got yet. */
    public long waiting() {
      return deliveries.stream().filter(one -> one.state().equals("waiting")).count();
    }
  }

  /** A new webhook and the secret of its signatures, which no page shows again. */
  public record Made(Webhook hook, String secret) {}

  @GetMapping
  String page(@RequestParam(required = false) @Nullable String end, Model model) {
    model.addAttribute("end", "removed".equals(end) ? end : null);
    return fill(model);
  }

  @GetMapping(headers = "HX-Request")
  String livePart(Model model) {
    return fill(model) + " :: live";
  }

  /** The secret is the console's, so that it is long enough, and shown in this answer only. */
  @PostMapping
  String add(
      @RequestParam String url,
      @RequestParam(defaultValue = "") String environment,
      Principal visitor,
      Model model,
      HttpServletResponse response) {
    return refusing.page(
        () -> {
          @Nullable String place =
              environment.isEmpty() ? null : environments.known(environment).name();
          String secret = secret();
          Webhook hook = webhooks.add(url.strip(), place, secret, visitor.getName());
          model.addAttribute("made", new Made(hook, secret));
          return fill(model);
        },
        () -> {
          model.addAttribute("wanted", url);
          return fill(model);
        },
        model,
        response);
  }

  @PostMapping("/{id}/delete")
  String remove(@PathVariable UUID id, Model model, HttpServletResponse response) {
    return refusing.page(
        () -> {
          webhooks.remove(id);
          return "redirect:/flags/webhooks?end=removed";
        },
        () -> fill(model),
        model,
        response);
  }

  private String fill(Model model) {
    model.addAttribute("sayings", sayings);
    model.addAttribute("environments", environments.all());
    model.addAttribute("lines", webhooks.all().stream().map(this::line).toList());
    return "flag/webhooks";
  }

  private Line line(Webhook hook) {
    return new Line(hook, webhooks.deliveries(hook.id()).stream().limit(NEWEST).toList());
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
