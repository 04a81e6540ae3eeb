package com.alexandrite.kit.flags;

import java.util.Map;

/**
 * Whether this process may be spoilt by fault flags. Read from the environment that started the
 * process ({@code ALEXANDRITE_DRILLS=true}) and from nothing else: a mistaken click on a fault flag
 * must not be able to harm customers, so production never sets it, and no file of settings and no
 * request can.
 *
 * @param allowed whether fault flags are honoured
 */
public record DrillEnvironment(boolean allowed) {

  /** Name of the variable. */
  public static final String VARIABLE = "ALEXANDRITE_DRILLS";

  static DrillEnvironment of(Map<String, String> environment) {
    return new DrillEnvironment("true".equals(environment.get(VARIABLE)));
  }
}
