package com.alexandrite.flags.server.instance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An instance tells which version it runs on.
 *
 * @param instance name of the process, unique in its environment
 * @param appliedAt on the instance's own clock; only kept for people, nothing is measured by it
 */
public record Report(
    String instance,
    String service,
    String environment,
    long version,
    @Nullable Instant appliedAt) {}
