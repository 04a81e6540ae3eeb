package com.alexandrite.preview;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that people and programs ask of previews. Calls answer at once; work goes on behind.
 */
public interface PreviewDesk {

  /**
   * What to make a preview of.
   *
   * @param branches at least one
   * @param depth null to choose it from what changed
   * @param actor who asks
   */
  record Request(List<String> branches, @Nullable Depth depth, String actor) {
    /** Copies the list. */
    public Request {
      branches = List.copyOf(branches);
    }
  }

  /** How many things of which kind belong to no preview, and what is known besides. */
  record Overview(
      List<PreviewView> previews,
      Map<String, Integer> orphans,
      long memoryBytes,
      long memoryLimitBytes) {}

  /** All previews, and what the sweep last found. */
  Overview overview();

  /** One preview. */
  Optional<PreviewView> find(String name);

  /** Branches that somebody may want a preview of, for suggestions; none when that is not known. */
  default List<String> branches() {
    return List.of();
  }

  /**
   * Makes a preview, or has the existing one of the same branches look at its branches at once.
   *
   * @throws PreviewFailure for an unknown branch, or branches that cannot be merged
   */
  PreviewView create(Request request) throws PreviewFailure;

  /** Takes it away with everything it has. Returns false when there is none. */
  boolean delete(String name, String actor);

  /** Data begin again as the template; its code stays. Returns false when there is none. */
  boolean reset(String name, String actor);

  /** Stops its processes now; a request wakes it. Returns false when there is none. */
  boolean sleep(String name, String actor);

  /** Keeps it awake and alive for ever, or no longer. Returns false when there is none. */
  boolean pin(String name, boolean pinned, String actor);

  /** A test verdict of a revision, as the pipeline reports it. False when there is no preview. */
  boolean verdict(String name, PreviewView.Verdict verdict);

  /** A branch was pushed or deleted: look now. */
  void pushed(String branch);

  /** Somebody came: it stays awake longer, or wakes; a service that sleeps by itself starts. */
  void visited(String name, String service);

  /**
   * Waits until a service of it answers.
   *
   * @return its port on loopback; empty when it did not answer in time or cannot
   */
  Optional<Integer> awaitService(String name, String service, Duration limit)
      throws InterruptedException;

  /** Calls back after every change of a preview, with its name. */
  void onChange(java.util.function.Consumer<String> listener);
}
