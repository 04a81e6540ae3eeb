package com.alexandrite.console.place;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Only where the engine executes rollouts itself, which is so unless a cluster is named. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = OnCluster.PROPERTY, havingValue = "false", matchIfMissing = true)
public @interface OnThisMachine {}
