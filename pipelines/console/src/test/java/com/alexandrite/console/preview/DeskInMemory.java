package com.alexandrite.console.preview;

import com.alexandrite.preview.Phase;
import com.alexandrite.preview.PreviewDesk;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewView;
import com.alexandrite.preview.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A desk without machines behind it: previews are what a test says that they are. */
final class DeskInMemory implements PreviewDesk {
  private final Map<String, PreviewView> views = new ConcurrentSkipListMap<>();
  private final Map<String, Integer> ports = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  void lay(PreviewView view) {
    views.put(view.name(), view);
    tell(view.name());
  }

  void clear() {
    views.clear();
    ports.clear();
    asked.clear();
  }

  /** A service answers from now on. */
  synchronized void answers(String name, String service, int port) {
    ports.put(name + "/" + service, port);
    notifyAll();
  }

  /** What was asked of the desk, in order. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Overview overview() {
    long memory = views.values().stream().mapToLong(PreviewView::memoryBytes).sum();
    return new Overview(
        List.copyOf(views.values()), Map.of("database", 0, "vhost", 0), memory, 6_000_000_000L);
  }

  @Override
  public Optional<PreviewView> find(String name) {
    return Optional.ofNullable(views.get(name));
  }

  @Override
  public List<String> branches() {
    return List.of("feature/rings", "fix/cart");
  }

  @Override
  public PreviewView create(Request request) throws PreviewFailure {
    String branch = String.join(" + ", request.branches());
    asked.add("create " + branch + " " + request.depth() + " by " + request.actor());
    return switch (request.branches().getFirst()) {
      case "nothing" ->
          throw new PreviewFailure(
              new Problem("unknown-branch", "There is no branch nothing.", "Push it first."));
      case "quarrel" ->
          throw new PreviewFailure(
              new Problem(
                  "merge-conflict", "Cart.java is in both.", "Merge them.", "<<<<<<< HEAD"));
      default -> {
        String name = PreviewName.of(request.branches()).value();
        PreviewView made = SamplePreviews.of(name, branch, Phase.BUILDING, "", null, Instant.now());
        lay(made);
        yield made;
      }
    };
  }

  @Override
  public boolean delete(String name, String actor) {
    asked.add("delete " + name + " by " + actor);
    boolean known = views.remove(name) != null;
    tell(name);
    return known;
  }

  @Override
  public boolean reset(String name, String actor) {
    asked.add("reset " + name + " by " + actor);
    return views.containsKey(name);
  }

  @Override
  public boolean pin(String name, boolean pinned, String actor) {
    asked.add("pin " + name + " " + pinned + " by " + actor);
    return views.containsKey(name);
  }

  @Override
  public boolean verdict(String name, PreviewView.Verdict verdict) {
    asked.add("verdict " + name + " " + verdict.outcome());
    return views.containsKey(name);
  }

  @Override
  public void pushed(String branch) {
    asked.add("pushed " + branch);
  }

  @Override
  public boolean sleep(String name, String actor) {
    asked.add("sleep " + name);
    return find(name).isPresent();
  }

  @Override
  public void visited(String name, String service) {
    asked.add("visited " + name + "/" + service);
  }

  @Override
  public synchronized Optional<Integer> awaitService(String name, String service, Duration limit)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    String key = name + "/" + service;
    while (!ports.containsKey(key) && System.nanoTime() < end) {
      wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
    }
    return Optional.ofNullable(ports.get(key));
  }

  @Override
  public void onChange(Consumer<String> listener) {
    listeners.add(listener);
  }

  private void tell(String name) {
    listeners.forEach(listener -> listener.accept(name));
  }
}
