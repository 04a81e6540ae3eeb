package com.alexandrite.cli.traffic;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The orders that the Shop has confirmed, one JSON line each in {@code
 * traffic/accepted-orders.jsonl}: what a drill checks afterwards, so that no accepted order is
 * lost. Written through at once.
 */
final class AcceptedOrders implements AutoCloseable {
  private record Line(String orderId, String customer, String at) {}

  private final BufferedWriter file;
  private final InstantSource clock;
  private final Observations observations;
  private final OrdersInWork work;

  AcceptedOrders(
      BufferedWriter file, InstantSource clock, Observations observations, OrdersInWork work) {
    this.file = file;
    this.clock = clock;
    this.observations = observations;
    this.work = work;
  }

  synchronized void add(String orderId, String customer) {
    Line line = new Line(orderId, customer, clock.instant().toString());
    try {
      file.write(JsonMapper.shared().writeValueAsString(line) + "\n");
      file.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Could not note an accepted order", e);
    }
    observations.orderAccepted();
    work.accepted(orderId);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
