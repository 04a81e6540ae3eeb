package com.alexandrite.shop.order;

import com.alexandrite.kit.live.LiveFeed;
import com.alexandrite.kit.outbox.Outbox;
import com.alexandrite.orderlife.OrderLife;
import com.alexandrite.orderlife.OrderRows;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of an order in Shop: its page and its customer's list follow it. */
@Configuration(proxyBeanMethods = false)
class ShopOrderLife {

  @Bean
  OrderLife<Order> orderLife(JdbcClient jdbc, Outbox outbox, LiveFeed live, InstantSource clock) {
    return new OrderLife<>(
        jdbc,
        outbox,
        live,
        clock,
        new OrderRows("orders", "id", "updated_at"),
        order -> List.of(Topics.order(order.id()), Topics.customer(order.customer())));
  }
}
