package com.alexandrite.flags.server.desk;

import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.server.change.Change;
import com.alexandrite.flags.server.instance.Instance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flag in one environment with everything about it.
 *
 * @param state off, on, share or rules
 * @param percent of all units that its last rule takes in; 0 to 100
 * @param version the environment's version that brought this state; send it as If-Match
 * @param environmentVersion the newest version of the environment's document
 * @param reason of the last change
 * @param lastInstanceMs from the last change's click until the last instance had it; null until
 *     then
 * @param instances those that are alive, with their versions
 */
public record FlagInEnvironment(
    String key,
    String environment,
    boolean enabled,
    String state,
    double percent,
    String salt,
    List<Rule> rules,
    long version,
    long environmentVersion,
    Instant changedAt,
    String changedBy,
    String reason,
    @Nullable Long lastInstanceMs,
    @Nullable Change lastChange,
    List<Instance> instances) {}
