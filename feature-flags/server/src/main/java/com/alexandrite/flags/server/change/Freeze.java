package com.alexandrite.flags.server.change;

import java.time.Instant;

/** A time in which an environment is left as it is; switching off stays possible. */
public record Freeze(
    long id, String environment, Instant from, Instant to, String reason, String setBy) {}
