package com.alexandrite.crm.web;

import com.alexandrite.crm.order.ApprovingOrder;
import com.alexandrite.crm.order.Order;
import com.alexandrite.crm.order.SellerOrders;
import com.alexandrite.crm.order.Topics;
import com.alexandrite.flags.Flags;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.kit.account.Account;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.kit.live.LiveFeed;
import com.alexandrite.messages.OrderState;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** The seller's inbox and one order. */
@Controller
class InboxPages {

  /** States that a seller filters by, in the order of an order's life. */
  private static final List<OrderState> FILTERS =
      List.of(
          OrderState.PRICE_CALCULATED,
          OrderState.MANUFACTURING_APPROVED,
          OrderState.MANUFACTURING_STARTED,
          OrderState.MANUFACTURING_COMPLETED,
          OrderState.PACKAGING,
          OrderState.SHIPPED,
          OrderState.CLOSED);

  private final SellerOrders orders;
  private final ApprovingOrder approving;
  private final LiveFeed live;
  private final InstantSource clock;
  private final Flags flags;
  private final FlagContexts contexts;

  InboxPages(
      SellerOrders orders,
      ApprovingOrder approving,
      LiveFeed live,
      InstantSource clock,
      Flags flags,
      FlagContexts contexts) {
    this.orders = orders;
    this.approving = approving;
    this.live = live;
    this.clock = clock;
    this.flags = flags;
    this.contexts = contexts;
  }

  @GetMapping("/")
  String inbox(
      @RequestParam(required = false) @Nullable OrderState state,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    model.addAttribute("orders", orders.page(state, page));
    model.addAttribute("state", state);
    model.addAttribute("pages", pagesOf(state));
    model.addAttribute("filters", FILTERS);
    model.addAttribute("quickApprove", flags.isOn(Features.QUICK_APPROVE, contexts.current()));
    model.addAttribute("now", clock.instant());
    return "inbox";
  }

  /** Wakes open inboxes; they fetch themselves again. */
  @GetMapping(path = "/orders/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> events() {
    if (!flags.isOn(Features.LIVE_UPDATES, contexts.current())) {
      return ResponseEntity.noContent().build();
    }
    return ResponseEntity.ok(live.open(Topics.ALL, "orders", () -> "changed"));
  }

  @GetMapping("/orders/{id}")
  String show(@PathVariable UUID id, Model model) {
    Order order = orders.of(id);
    model.addAttribute("order", order);
    model.addAttribute("timeline", orders.timelineOf(order));
    model.addAttribute("now", clock.instant());
    return "order";
  }

  @PostMapping("/orders/{id}/approve")
  String approve(@AuthenticationPrincipal Account seller, @PathVariable UUID id) {
    approving.approve(id, seller.username());
    return "redirect:/orders/" + id;
  }

  /** From the inbox, where the seller stays, on the same page of it. */
  @PostMapping("/orders/{id}/quick-approve")
  String quickApprove(
      @AuthenticationPrincipal Account seller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable OrderState state,
      @RequestParam(defaultValue = "1") int page) {
    if (!flags.isOn(Features.QUICK_APPROVE, contexts.current())) {
      return "redirect:/orders/" + id;
    }
    approving.approve(id, seller.username());
    return "redirect:" + pagesOf(state) + page;
  }

  @PostMapping("/orders/{id}/close")
  String close(@AuthenticationPrincipal Account seller, @PathVariable UUID id) {
    approving.close(id, seller.username());
    return "redirect:/orders/" + id;
  }

  /** The address of an inbox, up to the number of its page. */
  private static String pagesOf(@Nullable OrderState state) {
    return state == null ? "/?page=" : "/?state=" + state + "&page=";
  }
}
