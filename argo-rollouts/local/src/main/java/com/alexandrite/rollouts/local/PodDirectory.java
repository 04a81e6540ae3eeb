package com.alexandrite.rollouts.local;

import java.util.List;

/** Knows the pods of a rollout and which of them are about to go. */
interface PodDirectory {
  List<Pod> pods(String rollout);

  boolean isLeaving(Pod pod);
}
