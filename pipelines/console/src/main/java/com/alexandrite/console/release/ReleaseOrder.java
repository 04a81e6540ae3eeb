package com.alexandrite.console.release;

import org.jspecify.annotations.Nullable;

/**
 * A new version to release.
 *
 * @param image {@code alexandrite/shop:7}
 * @param drill fault that the new pods carry on purpose ({@code errors} or {@code latency}); null
 *     for none
 * @param gitRevision what it was built from; null if unknown
 */
public record ReleaseOrder(
    String image, @Nullable String drill, @Nullable String gitRevision, String reason) {}
