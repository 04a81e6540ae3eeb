package com.alexandrite.environment.kubernetes;

import java.util.List;
import java.util.Locale;

/** What a cluster runs. */
final class Services {

  static final List<String> ALL = List.of("shop", "crm", "mes", "pricing-worker");

  private Services() {}

  static String upper(String service) {
    return service.toUpperCase(Locale.ROOT);
  }
}
