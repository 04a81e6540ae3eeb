package com.alexandrite.console.flag;

import com.alexandrite.flags.server.change.Freezes;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.key.EnvironmentKeys;
import com.alexandrite.flags.server.store.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
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

/** Environments: their keys, freezes and two-person rule, and the instances that are alive. */
@Controller
@RequestMapping("/flags/environments")
@ConditionalOnProperty("alexandrite.flagserver.database.url")
class EnvironmentsPage {
  private static final Set<String> ENDS = Set.of("rule", "frozen", "lifted", "revoked");

  private final Places places;
  private final Environments environments;
  private final EnvironmentKeys keys;
  private final Freezes freezes;
  private final Refusing refusing;
  private final FlagSayings sayings;
  private final InstantSource clock;

  EnvironmentsPage(
      Places places,
      Environments environments,
      EnvironmentKeys keys,
      Freezes freezes,
      Refusing refusing,
      FlagSayings sayings,
      InstantSource clock) {
    this.places = places;
    this.environments = environments;
    this.keys = keys;
    this.freezes = freezes;
    this.refusing = refusing;
    this.sayings = sayings;
    this.clock = clock;
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

  @PostMapping("/{name}/rule")
  String rule(
      @PathVariable String name,
      @RequestParam boolean twoPersons,
      Model model,
      HttpServletResponse response) {
    return act(
        model,
        response,
        () -> {
          environments.setTwoPersons(name, twoPersons);
          return "rule";
        });
  }

  /** From now when no beginning is given; both are on the visitor's clock. */
  @PostMapping("/{name}/freezes")
  String freeze(
      @PathVariable String name,
      @RequestParam(defaultValue = "") String from,
      @RequestParam String to,
      @RequestParam(defaultValue = "UTC") String zone,
      @RequestParam String reason,
      Principal visitor,
      Model model,
      HttpServletResponse response) {
    return act(
        model,
        response,
        () -> {
          Instant begin = from.isBlank() ? clock.instant() : instant(from, zone);
          freezes.set(name, begin, instant(to, zone), reason, visitor.getName());
          return "frozen";
        });
  }

  @PostMapping("/{name}/freezes/{id}/lift")
  String lift(
      @PathVariable String name, @PathVariable long id, Model model, HttpServletResponse response) {
    return act(
        model,
        response,
        () -> {
          refuseForeign(
              freezes.all(environments.known(name).name()).stream().anyMatch(one -> one.id() == id),
              "freeze",
              id);
          freezes.lift(id);
          return "lifted";
        });
  }

  /** Shows the secret in this answer and never again: nothing keeps it. */
  @PostMapping("/{name}/keys")
  String makeKey(
      @PathVariable String name,
      @RequestParam String kind,
      @RequestParam(defaultValue = "") String label,
      Principal visitor,
      Model model,
      HttpServletResponse response) {
    return refusing.page(
        () -> {
          String called = label.isBlank() ? kind : label.strip();
          model.addAttribute("made", keys.make(name, kind, called, visitor.getName()));
          return fill(model);
        },
        () -> fill(model),
        model,
        response);
  }

  @PostMapping("/{name}/keys/{id}/revoke")
  String revoke(
      @PathVariable String name, @PathVariable UUID id, Model model, HttpServletResponse response) {
    return act(
        model,
        response,
        () -> {
          refuseForeign(
              keys.all(environments.known(name).name()).stream()
                  .anyMatch(one -> one.id().equals(id)),
              "key",
              id);
          keys.revoke(id);
          return "revoked";
        });
  }

  /** Done: back to the page, so that a reload does not do it twice. */
  private String act(
      Model model, HttpServletResponse response, java.util.function.Supplier<String> press) {
    return refusing.page(
        () -> "redirect:/flags/environments?end=" + press.get(),
        () -> fill(model),
        model,
        response);
  }

  private String fill(Model model) {
    model.addAttribute("places", places.all());
    model.addAttribute("sayings", sayings);
    return "flag/environments";
  }

  private static Instant instant(String local, String zone) {
    return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
  }

  private static void refuseForeign(boolean known, String thing, Object id) {
    if (!known) {
      throw Refused.unknown(thing, id, "Look at the page again.");
    }
  }
}
