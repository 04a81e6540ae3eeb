package com.alexandrite.kit.warmup;

/**
 * Something of a service that is slow the first time; a bean of this type runs before the process
 * is ready.
 */
@FunctionalInterface
public interface WarmUpTask {

  /**
   * Runs once; must change nothing. A failure is logged, the process becomes ready all the same.
   */
  void run() throws Exception;
}
