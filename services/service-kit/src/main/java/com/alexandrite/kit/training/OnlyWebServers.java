package com.alexandrite.kit.training;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.Lifecycle;
import org.springframework.context.support.DefaultLifecycleProcessor;

/**
 * Starts what answers requests and nothing that works by itself: no consumer, no relay, no loop. A
 * version in training was not released to anybody.
 */
class OnlyWebServers extends DefaultLifecycleProcessor {

  private static final String BOOTS_OWN = "org.springframework.boot.";

  @Override
  protected Map<String, Lifecycle> getLifecycleBeans() {
    return super.getLifecycleBeans().entrySet().stream()
        .filter(bean -> bean.getValue().getClass().getName().startsWith(BOOTS_OWN))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
