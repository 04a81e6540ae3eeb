package com.alexandrite.preview.life;

import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewResource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds by name what belongs to no record, and removes it. A record is written before the first
 * thing is made and erased after the last one is gone, so nothing that is found here is in use.
 */
final class OrphanSweep {

  private static final Logger log = LoggerFactory.getLogger(OrphanSweep.class);

  private final List<PreviewResource> resources;
  private final Supplier<Set<PreviewName>> known;
  private final Map<String, Integer> left = new ConcurrentSkipListMap<>();
  private final AtomicLong removed = new AtomicLong();

  OrphanSweep(List<PreviewResource> resources, Supplier<Set<PreviewName>> known) {
    this.resources = resources;
    this.known = known;
    resources.forEach(resource -> left.put(resource.kind(), 0));
  }

  /** Sweeps once. */
  void run() throws InterruptedException {
    for (PreviewResource resource : resources) {
      left.put(resource.kind(), sweep(resource));
    }
  }

  private int sweep(PreviewResource resource) throws InterruptedException {
    Set<PreviewName> orphans;
    try {
      Set<PreviewName> found = resource.found();
      Set<PreviewName> owners = known.get();
      orphans = found.stream().filter(name -> !owners.contains(name)).collect(Collectors.toSet());
    } catch (IOException e) {
      log.warn("orphans of kind {} can't be looked for now: {}", resource.kind(), e.toString());
      return left.getOrDefault(resource.kind(), 0);
    }
    int still = 0;
    for (PreviewName orphan : orphans) {
      still += removed(resource, orphan) ? 0 : 1;
    }
    return still;
  }

  private boolean removed(PreviewResource resource, PreviewName orphan)
      throws InterruptedException {
    if (known.get().contains(orphan)) {
      return true;
    }
    try {
      resource.remove(orphan);
      removed.incrementAndGet();
      log.info("{} of {} belonged to no preview and is removed", resource.kind(), orphan);
      return true;
    } catch (IOException e) {
      log.warn("{} of {} belongs to no preview and stays", resource.kind(), orphan, e);
      return false;
    }
  }

  /** By kind, how many the last sweep could not remove. */
  Map<String, Integer> left() {
    return new TreeMap<>(left);
  }

  /** How many were removed since the start. */
  long removedSoFar() {
    return removed.get();
  }
}
