package com.alexandrite.console.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A safeguard beyond Argo that has something to say about a rollout.
 *
 * @param kind no-data, freeze, bake or undone
 * @param since when it began, null where that is not known
 * @param until when it ends by itself, null when it does not
 * @param overridden whether somebody went on in spite of it
 * @param detail the metric without data, the window as written, or why it was undone; else empty
 */
public record SafeguardView(
    String kind,
    @Nullable Instant since,
    @Nullable Instant until,
    boolean overridden,
    String detail) {}
