package com.alexandrite.shop.web;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flags;
import com.alexandrite.flags.Unit;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.messages.Quote;
import com.alexandrite.shop.order.CustomerOrders;
import com.alexandrite.shop.order.ExpressDelivery;
import com.alexandrite.shop.order.Order;
import com.alexandrite.shop.order.UploadingModel;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of one order shows. */
@Component
class OrderPage {

  private final CustomerOrders orders;
  private final ExpressDelivery express;
  private final UploadingModel uploading;
  private final Flags flags;
  private final FlagContexts contexts;
  private final InstantSource clock;

  OrderPage(
      CustomerOrders orders,
      ExpressDelivery express,
      UploadingModel uploading,
      Flags flags,
      FlagContexts contexts,
      InstantSource clock) {
    this.orders = orders;
    this.express = express;
    this.uploading = uploading;
    this.flags = flags;
    this.contexts = contexts;
    this.clock = clock;
  }

  void fill(Order order, Model model) {
    EvaluationContext customer = contexts.current();
    Quote quote = order.quote();
    boolean placeable = order.mayBePlaced(clock.instant());
    model.addAttribute("order", order);
    model.addAttribute("steps", Stepper.of(order, orders.timelineOf(order)));
    model.addAttribute("placeable", placeable);
    model.addAttribute(
        "express", quote != null && placeable ? express.offerOf(quote).orElse(null) : null);
    model.addAttribute("promiseDays", promiseDays(order, customer));
    model.addAttribute("maxBytes", uploading.limitBytes());
    model.addAttribute("parts", PriceParts.of(quote));
    model.addAttribute("breakdown", flags.isOn(Features.PRICE_BREAKDOWN, customer));
    model.addAttribute("viewer", flags.isOn(Features.MODEL_VIEWER_3D, customer));
    model.addAttribute("layout", flags.value(Features.ORDER_PAGE_LAYOUT, customer));
  }

  private int promiseDays(Order order, EvaluationContext customer) {
    EvaluationContext asked = customer.with(Unit.ORDER, order.id().toString());
    return flags.value(Features.PROMISE_DAYS, asked).intValue();
  }
}
