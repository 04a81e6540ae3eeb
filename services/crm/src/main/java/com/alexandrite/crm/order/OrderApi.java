package com.alexandrite.crm.order;

import com.alexandrite.flags.Flags;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.kit.account.Account;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.kit.live.LiveFeed;
import com.alexandrite.messages.Money;
import com.alexandrite.messages.OrderState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** The sellers' orders for programs. */
@RestController
@RequestMapping("/api/orders")
class OrderApi {

  private final SellerOrders orders;
  private final ApprovingOrder approving;
  private final LiveFeed live;
  private final JsonMapper json;
  private final Flags flags;
  private final FlagContexts contexts;

  OrderApi(
      SellerOrders orders,
      ApprovingOrder approving,
      LiveFeed live,
      JsonMapper json,
      Flags flags,
      FlagContexts contexts) {
    this.orders = orders;
    this.approving = approving;
    this.live = live;
    this.json = json;
    this.flags = flags;
    this.contexts = contexts;
  }

  @GetMapping
  List<OrderView> list(@RequestParam(required = false) @Nullable OrderState state) {
    return orders.mostUrgent(state).stream().map(it -> OrderView.of(it, List.of())).toList();
  }

  @GetMapping("/{id}")
  OrderView show(@PathVariable UUID id) {
    return view(orders.of(id));
  }

  @PostMapping("/{id}/approve")
  OrderView approve(@AuthenticationPrincipal Account seller, @PathVariable UUID id) {
    return view(approving.approve(id, seller.username()));
  }

  @PostMapping("/{id}/close")
  OrderView close(@AuthenticationPrincipal Account seller, @PathVariable UUID id) {
    return view(approving.close(id, seller.username()));
  }

  @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> events(@PathVariable UUID id) {
    if (!flags.isOn(Features.LIVE_UPDATES, contexts.current())) {
      return ResponseEntity.noContent().build();
    }
    orders.of(id);
    return ResponseEntity.ok(
        live.open(Topics.order(id), "order", () -> json.writeValueAsString(view(orders.of(id)))));
  }

  private OrderView view(Order order) {
    return OrderView.of(order, orders.timelineOf(order));
  }

  /** An order as the API shows it. */
  record OrderView(
      UUID orderId,
      String number,
      String customer,
      OrderState state,
      long version,
      String material,
      int quantity,
      Money total,
      Instant dueAt,
      @Nullable String tracking,
      List<Order.Step> timeline) {

    static OrderView of(Order order, List<Order.Step> timeline) {
      return new OrderView(
          order.id(),
          order.number(),
          order.customer(),
          order.state(),
          order.progress().version(),
          order.material(),
          order.quantity(),
          order.quote().total(),
          order.dueAt(),
          order.tracking(),
          timeline);
    }
  }
}
