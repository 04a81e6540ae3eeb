package com.alexandrite.console.preview.wake;

import com.alexandrite.console.preview.ConsoleAddress;
import com.alexandrite.console.preview.Previews;
import com.alexandrite.console.preview.page.PreviewWords;
import com.alexandrite.preview.PreviewView;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Pages for people whose preview does not answer. They stand on the preview's own host, so they
 * bring everything they need with them, and are never kept.
 */
final class WaitingRoom {
  private static final String STATE = "X-Alexandrite-Preview";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Previews previews;
  private final ConsoleAddress console;
  private final ITemplateEngine templates;

  WaitingRoom(Previews previews, ConsoleAddress console, ITemplateEngine templates) {
    this.previews = previews;
    this.console = console;
    this.templates = templates;
  }

  /** The page that becomes the site. */
  void wait(Visit visit, PreviewView view, PreviewHost host) throws IOException {
    visit.response().setHeader(STATE, "waiting");
    visit.response().setIntHeader("Retry-After", 1);
    page(visit, HttpStatus.SERVICE_UNAVAILABLE, Map.of("view", view, "host", host));
  }

  /** The part of that page that changes; {@code ready} when the site answers now. */
  void look(Visit visit, PreviewView view, PreviewHost host, boolean ready) throws IOException {
    visit.response().setHeader(STATE, ready ? "ready" : "waiting");
    Context context = context(visit, Map.of("view", view, "host", host));
    write(visit, templates.process("preview/waiting", Set.of("live"), context));
  }

  /** There is no such preview: those that there are, and how to make one. */
  void unknown(Visit visit) throws IOException {
    String name = visit.host().map(PreviewHost::preview).orElse(visit.hostName());
    if (!visit.isPerson()) {
      Refusals.problem(
          visit,
          HttpStatus.NOT_FOUND,
          "preview-unknown",
          "There is no preview " + name + ".",
          "List the previews, or make it with ./alexandrite preview create BRANCH.");
      return;
    }
    page(visit, HttpStatus.NOT_FOUND, Map.of("name", name, "others", others()));
  }

  /** The preview has no such site. */
  void noSite(Visit visit, PreviewView view, PreviewHost host) throws IOException {
    if (!visit.isPerson()) {
      Refusals.problem(
          visit,
          HttpStatus.NOT_FOUND,
          "site-unknown",
          "Preview " + view.name() + " has no site " + host.site() + ".",
          "Its addresses: " + String.join(", ", view.addresses().values()) + ".");
      return;
    }
    page(visit, HttpStatus.NOT_FOUND, Map.of("name", view.name(), "host", host, "sites", view));
  }

  private List<PreviewView> others() {
    return previews.offered() ? previews.desk().overview().previews() : List.of();
  }

  private void page(Visit visit, HttpStatus status, Map<String, Object> content)
      throws IOException {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    String nonce = HexFormat.of().formatHex(random);
    Context context = context(visit, content);
    context.setVariable("nonce", nonce);
    visit.response().setStatus(status.value());
    visit
        .response()
        .setHeader(
            "Content-Security-Policy",
            "default-src 'none'; connect-src 'self'; img-src data:; base-uri 'none';"
                + " frame-ancestors 'none'; style-src 'nonce-%1$s'; script-src 'nonce-%1$s'"
                    .formatted(nonce));
    write(visit, templates.process("preview/waiting", context));
  }

  private Context context(Visit visit, Map<String, Object> content) {
    var context = new Context(visit.language(), content);
    context.setVariable("console", console.value());
    context.setVariable("say", new PreviewWords());
    return context;
  }

  private static void write(Visit visit, String html) throws IOException {
    visit.response().setHeader("Cache-Control", "no-store");
    visit.response().setHeader("X-Content-Type-Options", "nosniff");
    visit.response().setContentType("text/html;charset=UTF-8");
    visit.response().getWriter().write(html);
  }
}
