package com.alexandrite.flags.server.environment;

import com.alexandrite.flags.FlagDocument.FlagState;
import java.time.Instant;

/**
 * A flag's state in an environment.
 *
 * @param version the environment's version that brought it; what a change may demand
 * @param changedBy who brought it
 */
public record StoredState(FlagState state, long version, Instant changedAt, String changedBy) {}
