package com.alexandrite.rollouts.local.haproxy;

/**
 * What HAProxy counted for one slot since it started (counters return to zero with a restart).
 *
 * @param address {@code host:port} of the pod in the slot
 * @param sessions requests in progress now
 * @param requests requests answered or failed at this slot
 * @param failures of those: answered with a 5xx status, or broken off by the pod without an answer
 */
public record ServerCounters(
    String slot, String address, long sessions, long requests, long failures) {}
