package com.alexandrite.console.preview.live;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What previews are told of the machine.
 *
 * @param checkout whose branches they are made of; there are no previews without one
 * @param memoryMb what the processes of all previews together may hold; 0 for a half of the
 *     machine's memory less what the platform itself takes
 */
@ConfigurationProperties("alexandrite.previews")
record PreviewSettings(Path checkout, @DefaultValue("0") long memoryMb) {

  private static final long MIB = 1 << 20;
  private static final long PLATFORM = 2L << 30;
  private static final long LEAST = 1L << 30;

  /** The memory in bytes. */
  long memoryBytes(long machineBytes) {
    return memoryMb > 0 ? memoryMb * MIB : Math.max(LEAST, machineBytes / 2 - PLATFORM);
  }
}
