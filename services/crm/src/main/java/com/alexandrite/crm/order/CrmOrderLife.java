package com.alexandrite.crm.order;

import com.alexandrite.kit.live.LiveFeed;
import com.alexandrite.kit.outbox.Outbox;
import com.alexandrite.orderlife.OrderLife;
import com.alexandrite.orderlife.OrderRows;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of an order in CRM: its page and every inbox follow it. */
@Configuration(proxyBeanMethods = false)
class CrmOrderLife {

  @Bean
  OrderLife<Order> orderLife(JdbcClient jdbc, Outbox outbox, LiveFeed live, InstantSource clock) {
    return new OrderLife<>(
        jdbc,
        outbox,
        live,
        clock,
        new OrderRows("orders", "id", "changed_at"),
        order -> List.of(Topics.order(order.id()), Topics.ALL));
  }
}
