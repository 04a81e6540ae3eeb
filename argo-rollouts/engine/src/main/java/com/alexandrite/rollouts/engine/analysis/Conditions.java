package com.alexandrite.rollouts.engine.analysis;

import com.alexandrite.rollouts.engine.condition.Condition;
import java.io.Serial;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Conditions that were read already: a metric asks the same at every look. */
final class Conditions {

  private final Map<String, Condition> read = Collections.synchronizedMap(new Recent());

  /** The latest ones; more texts than this are in use only on very large platforms. */
  private static final class Recent extends LinkedHashMap<String, Condition> {
    @Serial private static final long serialVersionUID = 1;
    private static final int MOST = 200;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Condition> eldest) {
      return size() > MOST;
    }
  }

  Condition of(String text) {
    return read.computeIfAbsent(text, Condition::compile);
  }
}
