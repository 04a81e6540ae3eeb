package com.alexandrite.rollouts.engine.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Measures in other threads; a run's measurements are handed over together. */
final class BackgroundMeasuring implements Measuring {

  private final MeasurementTaking taking;
  private final Executor threads;
  private final Runnable ready;
  private final Map<String, Batch> underWay = new ConcurrentHashMap<>();

  BackgroundMeasuring(MeasurementTaking taking, Executor threads, Runnable ready) {
    this.taking = taking;
    this.threads = threads;
    this.ready = ready;
  }

  /** What was asked for at one time. */
  private record Batch(List<CompletableFuture<TakenMeasurement>> measurements) {

    CompletableFuture<Void> all() {
      return CompletableFuture.allOf(measurements.toArray(CompletableFuture[]::new));
    }

    List<TakenMeasurement> taken() {
      return measurements.stream().map(CompletableFuture::join).toList();
    }
  }

  @Override
  public Optional<List<TakenMeasurement>> take(String run, List<MetricTask> due) {
    Batch batch = underWay.get(run);
    if (batch == null && due.isEmpty()) {
      return Optional.of(List.of());
    }
    if (batch == null) {
      begin(run, due);
      return Optional.empty();
    }
    if (!batch.all().isDone()) {
      return Optional.empty();
    }
    underWay.remove(run);
    return Optional.of(batch.taken());
  }

  private void begin(String run, List<MetricTask> due) {
    Batch batch =
        new Batch(
            due.stream()
                .map(task -> CompletableFuture.supplyAsync(() -> taking.take(run, task), threads))
                .toList());
    underWay.put(run, batch);
    var _ = batch.all().whenComplete((_, _) -> ready.run());
  }
}
