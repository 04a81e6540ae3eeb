package com.alexandrite.kit.messaging;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * The parking lot on the management port: {@code GET /actuator/parked} shows it, {@code POST} with
 * {@code {"queue": "…"}} replays one queue.
 */
@Endpoint(id = "parked")
class ParkedEndpoint {

  private final ParkingLot lot;

  ParkedEndpoint(ParkingLot lot) {
    this.lot = lot;
  }

  /** Shows every queue of the service. */
  @ReadOperation
  Lot look() {
    return new Lot(lot.look());
  }

  /**
   * Replays one queue; 404 for one that the service has not.
   *
   * @param queue in the body, not in the path: only a request with JSON can then replay, and no
   *     page of another site can send one
   */
  @WriteOperation
  WebEndpointResponse<Replayed> replay(String queue) {
    return lot.replay(queue)
        .map(moved -> new WebEndpointResponse<>(new Replayed(queue, moved)))
        .orElseGet(() -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND));
  }

  record Lot(List<ParkingLot.Parked> queues) {}

  record Replayed(String queue, long messages) {}
}
