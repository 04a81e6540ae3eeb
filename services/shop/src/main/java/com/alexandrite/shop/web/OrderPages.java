package com.alexandrite.shop.web;

import com.alexandrite.kit.account.Account;
import com.alexandrite.kit.live.LiveFeed;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.shop.order.CustomerOrders;
import com.alexandrite.shop.order.Order;
import com.alexandrite.shop.order.PlacingOrder;
import com.alexandrite.shop.order.StartingOrder;
import com.alexandrite.shop.order.Topics;
import com.alexandrite.shop.order.UploadingModel;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The customer's orders as pages. */
@Controller
@RequestMapping("/orders")
class OrderPages {

  private final StartingOrder starting;
  private final UploadingModel uploading;
  private final PlacingOrder placing;
  private final CustomerOrders orders;
  private final LiveFeed live;
  private final InstantSource clock;

  OrderPages(
      StartingOrder starting,
      UploadingModel uploading,
      PlacingOrder placing,
      CustomerOrders orders,
      LiveFeed live,
      InstantSource clock) {
    this.starting = starting;
    this.uploading = uploading;
    this.placing = placing;
    this.orders = orders;
    this.live = live;
    this.clock = clock;
  }

  @GetMapping
  String list(@AuthenticationPrincipal Account customer, Model model) {
    model.addAttribute("orders", orders.newestOf(customer.username()));
    return "orders";
  }

  /** Wakes open lists; they fetch themselves again. */
  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(@AuthenticationPrincipal Account customer) {
    return live.open(Topics.customer(customer.username()), "orders", () -> "changed");
  }

  @PostMapping
  String begin(
      @AuthenticationPrincipal Account customer,
      StartingOrder.Request wish,
      @RequestParam("model") @Nullable MultipartFile model)
      throws IOException {
    if (model == null || model.isEmpty()) {
      throw ProblemException.badRequest(
          "model-missing", "There is no file.", "Choose the file of your model.");
    }
    Order order = starting.start(customer.username(), wish);
    return receive(order, model);
  }

  @PostMapping("/{id}/model")
  String replaceModel(
      @AuthenticationPrincipal Account customer,
      @PathVariable UUID id,
      @RequestParam MultipartFile model)
      throws IOException {
    return receive(orders.of(customer.username(), id), model);
  }

  private String receive(Order order, MultipartFile model) throws IOException {
    String name = model.getOriginalFilename();
    try (InputStream bytes = model.getInputStream()) {
      uploading.upload(order, name == null ? "model" : name, bytes);
    }
    return "redirect:/orders/" + order.id();
  }

  @GetMapping("/{id}")
  String show(@AuthenticationPrincipal Account customer, @PathVariable UUID id, Model model) {
    fill(orders.of(customer.username(), id), model);
    return "order";
  }

  /** The part of the page that changes. */
  @GetMapping("/{id}/now")
  String now(@AuthenticationPrincipal Account customer, @PathVariable UUID id, Model model) {
    fill(orders.of(customer.username(), id), model);
    return "order :: now";
  }

  @PostMapping("/{id}/place")
  String place(
      @AuthenticationPrincipal Account customer,
      @PathVariable UUID id,
      @RequestParam UUID quoteId) {
    placing.place(orders.of(customer.username(), id), quoteId);
    return "redirect:/orders/" + id;
  }

  private void fill(Order order, Model model) {
    model.addAttribute("order", order);
    model.addAttribute("steps", Stepper.of(order, orders.timelineOf(order)));
    model.addAttribute("placeable", order.mayBePlaced(clock.instant()));
  }
}
