package com.alexandrite.shop.order;

import com.alexandrite.flags.Flags;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.kit.account.Account;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.kit.live.LiveFeed;
import com.alexandrite.kit.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** The customer's orders for programs. */
@RestController
@RequestMapping("/api/orders")
class OrderApi {

  private final StartingOrder starting;
  private final UploadingModel uploading;
  private final PlacingOrder placing;
  private final CustomerOrders orders;
  private final LiveFeed live;
  private final JsonMapper json;
  private final Flags flags;
  private final FlagContexts contexts;

  OrderApi(
      StartingOrder starting,
      UploadingModel uploading,
      PlacingOrder placing,
      CustomerOrders orders,
      LiveFeed live,
      JsonMapper json,
      Flags flags,
      FlagContexts contexts) {
    this.starting = starting;
    this.uploading = uploading;
    this.placing = placing;
    this.orders = orders;
    this.live = live;
    this.json = json;
    this.flags = flags;
    this.contexts = contexts;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  OrderView start(
      @AuthenticationPrincipal Account customer,
      @RequestBody(required = false) StartingOrder.@Nullable Request request) {
    return view(
        starting.start(
            customer.username(),
            request == null ? new StartingOrder.Request(null, null, null) : request));
  }

  @PutMapping("/{id}/model")
  @ResponseStatus(HttpStatus.ACCEPTED)
  OrderView upload(
      @AuthenticationPrincipal Account customer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "model.stl") String filename,
      HttpServletRequest request)
      throws IOException {
    if (request.getContentLengthLong() > uploading.limitBytes()) {
      throw SpooledModel.tooLarge(uploading.limitBytes());
    }
    Order order = orders.of(customer.username(), id);
    return view(uploading.upload(order, filename, customer.partner(), request.getInputStream()));
  }

  @PostMapping("/{id}/place")
  OrderView place(
      @AuthenticationPrincipal Account customer,
      @PathVariable UUID id,
      @RequestBody Acceptance acceptance) {
    if (acceptance.quoteId() == null) {
      throw ProblemException.badRequest(
          "quote-missing", "There is no quoteId.", "Send the quoteId you accept.");
    }
    boolean express = Boolean.TRUE.equals(acceptance.express());
    return view(placing.place(orders.of(customer.username(), id), acceptance.quoteId(), express));
  }

  @GetMapping
  List<OrderView> list(@AuthenticationPrincipal Account customer) {
    return orders.newestOf(customer.username()).stream()
        .map(it -> OrderView.of(it, List.of()))
        .toList();
  }

  @GetMapping("/{id}")
  OrderView show(@AuthenticationPrincipal Account customer, @PathVariable UUID id) {
    return view(orders.of(customer.username(), id));
  }

  @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> events(
      @AuthenticationPrincipal Account customer, @PathVariable UUID id) {
    if (!flags.isOn(Features.LIVE_UPDATES, contexts.current())) {
      return ResponseEntity.noContent().build();
    }
    orders.of(customer.username(), id);
    return ResponseEntity.ok(
        live.open(
            Topics.order(id),
            "order",
            () -> json.writeValueAsString(view(orders.of(customer.username(), id)))));
  }

  private OrderView view(Order order) {
    return OrderView.of(order, orders.timelineOf(order));
  }

  /**
   * What the customer accepts.
   *
   * @param express whether express making is chosen; missing for no
   * @param idempotencyKey taken for clients that send one; the quote itself makes the call
   *     repeatable
   */
  record Acceptance(
      @Nullable UUID quoteId, @Nullable Boolean express, @Nullable String idempotencyKey) {}
}
