package com.alexandrite.flags.server.instance;

import java.time.Instant;

/**
 * A process that evaluates flags.
 *
 * @param version of the document that it runs on
 * @param appliedAt when its report of that version came in
 * @param lastSeen when it was last heard of
 */
public record Instance(
    String id,
    String environment,
    String service,
    long version,
    Instant appliedAt,
    Instant lastSeen) {}
