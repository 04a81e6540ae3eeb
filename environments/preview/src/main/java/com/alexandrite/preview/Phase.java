package com.alexandrite.preview;

/** Where a preview stands in its life. */
public enum Phase {
  /** Waits for memory that other previews use; {@code queuePlace} tells how long the line is. */
  QUEUED,
  /** What changed is being built; an earlier revision goes on serving meanwhile. */
  BUILDING,
  /** Databases, virtual host, flags and the rest of its space are made. */
  PREPARING,
  /** Its processes start. */
  STARTING,
  /** It answers. */
  READY,
  /** Its processes are stopped, its data stay; a request wakes it. */
  ASLEEP,
  /** Its processes start again because somebody came. */
  WAKING,
  /** It cannot become ready; the problem says why. Another push tries again. */
  FAILED,
  /** Everything it has is being taken away. */
  REMOVING
}
