package com.alexandrite.console.preview.wake;

import com.alexandrite.console.preview.Previews;
import com.alexandrite.preview.Phase;
import com.alexandrite.preview.PreviewView;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Answers requests that the edge has nobody else for: the host is a preview's that sleeps, starts
 * or is not there. People get a page that becomes the site by itself; programs are held until the
 * service answers, and then have talked to it all along.
 *
 * <p>Who the request is for stands in a header that only the edge sets, and it takes the header off
 * what comes from outside. Nothing of the console's own (sessions, cookies, rights) is touched.
 */
final class Waker implements Filter {
  static final String HOST = "X-Alexandrite-Preview-Host";

  private final Previews previews;
  private final WaitingRoom room;
  private final Forwarding forwarding;
  private final Duration patience;

  Waker(Previews previews, WaitingRoom room, Forwarding forwarding, Duration patience) {
    this.previews = previews;
    this.room = room;
    this.forwarding = forwarding;
    this.patience = patience;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var asked = (HttpServletRequest) request;
    String host = asked.getHeader(HOST);
    if (host == null) {
      chain.doFilter(request, response);
      return;
    }
    var visit = new Visit(asked, (HttpServletResponse) response, host);
    visit.response().reset();
    try {
      answer(visit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Refusals.stopping(visit);
    }
  }

  private void answer(Visit visit) throws IOException, InterruptedException {
    Optional<PreviewHost> host = visit.host();
    Optional<PreviewView> found = host.flatMap(this::find);
    if (host.isEmpty() || found.isEmpty()) {
      room.unknown(visit);
    } else if (!found.get().addresses().containsKey(host.get().site())) {
      room.noSite(visit, found.get(), host.get());
    } else if (found.get().phase() == Phase.REMOVING) {
      Refusals.problem(visit, HttpStatus.GONE, "preview-removed", "It is being removed.", "");
    } else {
      answer(visit, found.get(), host.get());
    }
  }

  private void answer(Visit visit, PreviewView view, PreviewHost host)
      throws IOException, InterruptedException {
    previews.desk().visited(view.name(), host.service());
    Duration limit = visit.isPerson() || visit.isLook() ? Duration.ZERO : patience;
    Optional<Integer> port = previews.desk().awaitService(view.name(), host.service(), limit);
    if (visit.isLook()) {
      room.look(visit, view, host, port.isPresent());
    } else if (port.isPresent()) {
      forwarding.forward(visit, port.get());
    } else if (visit.isPerson()) {
      room.wait(visit, view, host);
    } else {
      Refusals.notAwake(visit, previews.desk().find(view.name()).orElse(view), patience);
    }
  }

  private Optional<PreviewView> find(PreviewHost host) {
    return previews.offered() ? previews.desk().find(host.preview()) : Optional.empty();
  }
}
