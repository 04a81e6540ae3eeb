package com.alexandrite.shop.web;

import com.alexandrite.flags.Flags;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.kit.account.Account;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.kit.live.LiveFeed;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.shop.order.CustomerOrders;
import com.alexandrite.shop.order.Order;
import com.alexandrite.shop.order.PlacingOrder;
import com.alexandrite.shop.order.ReadingModel;
import com.alexandrite.shop.order.StartingOrder;
import com.alexandrite.shop.order.Topics;
import com.alexandrite.shop.order.UploadingModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
  private final ReadingModel reading;
  private final OrderPage page;
  private final LiveFeed live;
  private final Flags flags;
  private final FlagContexts contexts;

  OrderPages(
      StartingOrder starting,
      UploadingModel uploading,
      PlacingOrder placing,
      CustomerOrders orders,
      ReadingModel reading,
      OrderPage page,
      LiveFeed live,
      Flags flags,
      FlagContexts contexts) {
    this.starting = starting;
    this.uploading = uploading;
    this.placing = placing;
    this.orders = orders;
    this.reading = reading;
    this.page = page;
    this.live = live;
    this.flags = flags;
    this.contexts = contexts;
  }

  @GetMapping
  String list(
      @AuthenticationPrincipal Account customer,
      @RequestParam(name = "page", defaultValue = "1") int number,
      Model model) {
    model.addAttribute("orders", orders.pageOf(customer.username(), number));
    return "orders";
  }

  /** Wakes open lists; they fetch themselves again. */
  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> events(@AuthenticationPrincipal Account customer) {
    if (!flags.isOn(Features.LIVE_UPDATES, contexts.current())) {
      return ResponseEntity.noContent().build();
    }
    return ResponseEntity.ok(
        live.open(Topics.customer(customer.username()), "orders", () -> "changed"));
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
    return receive(order, customer, model);
  }

  /** The bytes of the model, for the page that draws it. */
  @GetMapping(path = "/{id}/model", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<Resource> model(@AuthenticationPrincipal Account customer, @PathVariable UUID id)
      throws IOException {
    Order order = orders.of(customer.username(), id);
    return ResponseEntity.ok(new InputStreamResource(reading.open(order)));
  }

  @PostMapping("/{id}/model")
  String replaceModel(
      @AuthenticationPrincipal Account customer,
      @PathVariable UUID id,
      @RequestParam MultipartFile model)
      throws IOException {
    return receive(orders.of(customer.username(), id), customer, model);
  }

  private String receive(Order order, Account customer, MultipartFile model) throws IOException {
    String name = model.getOriginalFilename();
    try (InputStream bytes = model.getInputStream()) {
      uploading.upload(order, name == null ? "model" : name, customer.partner(), bytes);
    }
    return "redirect:/orders/" + order.id();
  }

  @GetMapping("/{id}")
  String show(@AuthenticationPrincipal Account customer, @PathVariable UUID id, Model model) {
    page.fill(orders.of(customer.username(), id), model);
    return "order";
  }

  /** The part of the page that changes. */
  @GetMapping("/{id}/now")
  String now(@AuthenticationPrincipal Account customer, @PathVariable UUID id, Model model) {
    page.fill(orders.of(customer.username(), id), model);
    return "order :: now";
  }

  @PostMapping("/{id}/place")
  String place(
      @AuthenticationPrincipal Account customer,
      @PathVariable UUID id,
      @RequestParam UUID quoteId,
      @RequestParam(defaultValue = "false") boolean express) {
    placing.place(orders.of(customer.username(), id), quoteId, express);
    return "redirect:/orders/" + id;
  }
}
