package com.alexandrite.console.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a rollout.
 *
 * @param revision number of the revision, from 1
 * @param version version of its image
 * @param image image with tag
 * @param hash pod template hash
 * @param role stable, canary or old; active, preview or old with blue-green
 * @param replicas processes it has
 * @param ready processes that are ready
 * @param gitRevision revision that it was built from, when known
 * @param createdAt when it became the wanted one
 * @param drill fault that it carries on purpose, else null
 */
public record RevisionView(
    int revision,
    String version,
    String image,
    String hash,
    String role,
    int replicas,
    int ready,
    @Nullable String gitRevision,
    Instant createdAt,
    @Nullable String drill) {}
