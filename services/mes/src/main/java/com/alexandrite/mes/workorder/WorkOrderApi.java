package com.alexandrite.mes.workorder;

import com.alexandrite.flags.Flags;
import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.kit.account.Account;
import com.alexandrite.kit.flags.FlagContexts;
import com.alexandrite.kit.live.LiveFeed;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.messages.Geometry;
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

/** Work orders for programs. */
@RestController
@RequestMapping("/api/work-orders")
class WorkOrderApi {

  private final WorkOrders workOrders;
  private final Operating operating;
  private final LiveFeed live;
  private final JsonMapper json;
  private final Flags flags;
  private final FlagContexts contexts;

  WorkOrderApi(
      WorkOrders workOrders,
      Operating operating,
      LiveFeed live,
      JsonMapper json,
      Flags flags,
      FlagContexts contexts) {
    this.workOrders = workOrders;
    this.operating = operating;
    this.live = live;
    this.json = json;
    this.flags = flags;
    this.contexts = contexts;
  }

  @GetMapping
  List<WorkOrderView> list(@RequestParam(required = false) @Nullable OrderState state) {
    return workOrders.in(state).stream().map(it -> WorkOrderView.of(it, List.of())).toList();
  }

  @GetMapping("/{id}")
  WorkOrderView show(@PathVariable UUID id) {
    return view(workOrders.of(id));
  }

  /** Answers 204 when the queue is empty. */
  @PostMapping("/next")
  ResponseEntity<WorkOrderView> next(@AuthenticationPrincipal Account operator) {
    return operating
        .takeNext(operator.username())
        .map(it -> ResponseEntity.ok(view(it)))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @PostMapping("/{id}/{operation}")
  WorkOrderView perform(
      @AuthenticationPrincipal Account operator,
      @PathVariable UUID id,
      @PathVariable String operation) {
    Operation known =
        Operation.ofWord(operation)
            .orElseThrow(() ->
                ProblemException.notFound(
                    "operation-unknown", "There is no operation " + operation + "."));
    return view(operating.perform(id, known, operator.username()));
  }

  @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> events(@PathVariable UUID id) {
    if (!flags.isOn(Features.LIVE_UPDATES, contexts.current())) {
      return ResponseEntity.noContent().build();
    }
    workOrders.of(id);
    return ResponseEntity.ok(
        live.open(
            Topics.workOrder(id),
            "work-order",
            () -> json.writeValueAsString(view(workOrders.of(id)))));
  }

  private WorkOrderView view(WorkOrder workOrder) {
    return WorkOrderView.of(workOrder, workOrders.timelineOf(workOrder));
  }

  /** A work order as the API shows it. */
  record WorkOrderView(
      UUID orderId,
      String number,
      OrderState state,
      long version,
      String material,
      int quantity,
      Geometry geometry,
      Instant dueAt,
      @Nullable String operator,
      @Nullable String tracking,
      List<WorkOrder.Step> timeline) {

    static WorkOrderView of(WorkOrder workOrder, List<WorkOrder.Step> timeline) {
      return new WorkOrderView(
          workOrder.orderId(),
          workOrder.number(),
          workOrder.state(),
          workOrder.progress().version(),
          workOrder.material(),
          workOrder.quantity(),
          workOrder.geometry(),
          workOrder.dueAt(),
          workOrder.operator(),
          workOrder.tracking(),
          timeline);
    }
  }
}
