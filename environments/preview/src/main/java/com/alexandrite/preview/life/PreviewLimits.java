package com.alexandrite.preview.life;

import java.time.Duration;

/**
 * How long and how large previews may be.
 *
 * @param sleepAfter a preview that nobody asked anything for so long stops its processes
 * @param removeAfter one that nobody used for so long is taken away
 * @param yieldAfter one that nobody asked anything for so long gives its memory to one that waits
 * @param memoryBytes what the processes of all previews together may hold
 * @param bytesPerService what a service is expected to hold
 * @param startLimit a process that does not answer within this has failed
 */
public record PreviewLimits(
    Duration sleepAfter,
    Duration removeAfter,
    Duration yieldAfter,
    long memoryBytes,
    long bytesPerService,
    Duration startLimit) {

  private static final long MIB = 1 << 20;

  /** The usual ones, for this much memory. */
  public static PreviewLimits within(long memoryBytes) {
    return new PreviewLimits(
        Duration.ofMinutes(30),
        Duration.ofDays(3),
        Duration.ofMinutes(5),
        memoryBytes,
        350 * MIB,
        Duration.ofSeconds(90));
  }
}
