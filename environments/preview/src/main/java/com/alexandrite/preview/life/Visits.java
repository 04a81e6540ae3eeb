package com.alexandrite.preview.life;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a visitor of a preview sets going: it awakes, and the service that is asked for starts. */
final class Visits {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final PreviewRecords records;
  private final PreviewProcesses processes;
  private final PreviewLoop loop;
  private final PreviewRounds rounds;
  private final InstantSource clock;

  Visits(
      PreviewRecords records,
      PreviewProcesses processes,
      PreviewLoop loop,
      PreviewRounds rounds,
      InstantSource clock) {
    this.records = records;
    this.processes = processes;
    this.loop = loop;
    this.rounds = rounds;
    this.clock = clock;
  }

  /** Somebody opens the site of a service. */
  void note(String name, String site) {
    Optional<Preview> found = records.named(name);
    Optional<String> service = Product.ofSite(site);
    if (found.isEmpty() || service.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Preview preview =
        records.change(found.get().name(), one -> woken(one, now)).orElse(found.get());
    if (lacks(preview, service.get())) {
      loop.demand(preview, service.get());
    }
    rounds.wake();
  }

  /** A preview that cannot run is not woken by visitors, only by a push or its owner. */
  private static Preview woken(Preview preview, Instant now) {
    boolean wakes = preview.asleep() && preview.failed() == null && preview.removing() == null;
    return wakes ? preview.waking(now).queued(now) : preview.used(now);
  }

  private static boolean lacks(Preview preview, String service) {
    return preview.served() != null
        && preview.awakening() == null
        && preview.removing() == null
        && !preview.asleep()
        && !preview.running().contains(service);
  }

  /** The port on which the service answers, as soon as it does; empty after the limit. */
  Optional<Integer> await(String name, String site, Duration limit) throws InterruptedException {
    Instant end = clock.instant().plus(limit);
    Optional<String> service = Product.ofSite(site);
    while (service.isPresent()) {
      note(name, site);
      Optional<Preview> preview = records.named(name);
      Optional<Integer> port = preview.flatMap(it -> answering(it, service.get()));
      boolean hopeless =
          preview.isEmpty() || (preview.get().failed() != null && preview.get().asleep());
      if (port.isPresent() || hopeless || clock.instant().isAfter(end)) {
        return port;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
    }
    return Optional.empty();
  }

  private Optional<Integer> answering(Preview preview, String service) {
    return PreviewProcesses.answering(
        service, processes.look().getOrDefault(preview.name(), Map.of()));
  }
}
