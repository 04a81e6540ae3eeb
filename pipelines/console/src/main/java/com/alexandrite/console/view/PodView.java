package com.alexandrite.console.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One process of a revision.
 *
 * @param name of the process
 * @param revision number of its revision; null when that is not known any more
 * @param phase in the words of who runs it, for example Running
 * @param ready whether requests go to it
 * @param restarts how often it was started again; null when nobody counts
 * @param createdAt when it was ordered
 * @param detail why it is not ready, as far as it is known; empty when there is nothing to say
 */
public record PodView(
    String name,
    @Nullable Integer revision,
    String phase,
    boolean ready,
    @Nullable Integer restarts,
    Instant createdAt,
    String detail) {}
