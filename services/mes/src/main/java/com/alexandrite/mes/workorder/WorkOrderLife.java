package com.alexandrite.mes.workorder;

import com.alexandrite.kit.live.LiveFeed;
import com.alexandrite.kit.outbox.Outbox;
import com.alexandrite.orderlife.OrderLife;
import com.alexandrite.orderlife.OrderRows;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of a work order: its page, the queue and all benches follow it. */
@Configuration(proxyBeanMethods = false)
class WorkOrderLife {

  @Bean
  OrderLife<WorkOrder> orderLife(
      JdbcClient jdbc, Outbox outbox, LiveFeed live, InstantSource clock) {
    return new OrderLife<>(
        jdbc,
        outbox,
        live,
        clock,
        new OrderRows("work_orders", "order_id", "changed_at"),
        work -> List.of(Topics.workOrder(work.id()), Topics.ALL));
  }
}
