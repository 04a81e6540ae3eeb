package com.alexandrite.rollouts.kubernetes;

import org.jspecify.annotations.Nullable;

/**
 * How the watch of one kind of objects stands.
 *
 * @param resource what is watched
 * @param namespace where; {@value ClusterAddress#ALL} for everywhere
 * @param synced whether all objects were listed once
 * @param watching whether changes arrive; while not, what is shown is as old as the last one
 * @param resourceVersion of the last change; empty before
 * @param failure what the server answered last when it was asked in vain; null once it is well
 */
public record WatchState(
    ClusterResource resource,
    String namespace,
    boolean synced,
    boolean watching,
    String resourceVersion,
    @Nullable String failure) {}
