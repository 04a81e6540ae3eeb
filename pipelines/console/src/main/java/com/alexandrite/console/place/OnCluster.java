package com.alexandrite.console.place;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Only where a Kubernetes cluster executes the rollouts. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = OnCluster.PROPERTY, havingValue = "true")
public @interface OnCluster {
  /** The setting that decides. */
  String PROPERTY = "alexandrite.rollouts.cluster.enabled";
}
