package com.alexandrite.mes.web;

import com.alexandrite.flags.Flags;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.kit.account.Account;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.kit.live.LiveFeed;
import com.alexandrite.mes.workorder.Operating;
import com.alexandrite.mes.workorder.Operation;
import com.alexandrite.mes.workorder.Topics;
import com.alexandrite.mes.workorder.WorkOrder;
import com.alexandrite.mes.workorder.WorkOrders;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The bench: the next piece of work, what is on it, what waits, and one work order. */
@Controller
class BenchPages {

  private final WorkOrders workOrders;
  private final Operating operating;
  private final LiveFeed live;
  private final InstantSource clock;
  private final Flags flags;
  private final FlagContexts contexts;

  BenchPages(
      WorkOrders workOrders,
      Operating operating,
      LiveFeed live,
      InstantSource clock,
      Flags flags,
      FlagContexts contexts) {
    this.workOrders = workOrders;
    this.operating = operating;
    this.live = live;
    this.clock = clock;
    this.flags = flags;
    this.contexts = contexts;
  }

  @GetMapping("/")
  String bench(
      @AuthenticationPrincipal Account operator,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "1") int bench,
      Model model) {
    model.addAttribute("me", operator.username());
    model.addAttribute("bench", workOrders.onBench(operator.username(), bench));
    model.addAttribute("queue", workOrders.queue(page));
    model.addAttribute("now", clock.instant());
    return "bench";
  }

  /** Wakes open benches; they fetch themselves again. */
  @GetMapping(path = "/work-orders/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> events() {
    if (!flags.isOn(Features.LIVE_UPDATES, contexts.current())) {
      return ResponseEntity.noContent().build();
    }
    return ResponseEntity.ok(live.open(Topics.ALL, "work-orders", () -> "changed"));
  }

  @GetMapping("/work-orders/{id}")
  String show(@PathVariable UUID id, Model model) {
    WorkOrder workOrder = workOrders.of(id);
    model.addAttribute("work", workOrder);
    model.addAttribute("operation", workOrder.nextOperation().orElse(null));
    model.addAttribute("timeline", workOrders.timelineOf(workOrder));
    model.addAttribute("now", clock.instant());
    return "work-order";
  }

  @PostMapping("/work-orders/next")
  String next(@AuthenticationPrincipal Account operator) {
    return operating
        .takeNext(operator.username())
        .map(it -> "redirect:/work-orders/" + it.id())
        .orElse("redirect:/");
  }

  @PostMapping("/work-orders/{id}/perform")
  String perform(
      @AuthenticationPrincipal Account operator,
      @PathVariable UUID id,
      @RequestParam Operation operation) {
    operating.perform(id, operation, operator.username());
    if (operation == Operation.SHIP && flags.isOn(Features.AUTO_DISPATCH, contexts.current())) {
      return next(operator);
    }
    return "redirect:/work-orders/" + id;
  }
}
