package com.alexandrite.preview.life;

import java.util.List;
import java.util.Optional;

/** The services that a preview consists of. */
final class Product {

  static final String SHOP = "shop";

  /** All of them, in the order of an order's way. */
  static final List<String> SERVICES = List.of(SHOP, "pricing-worker", "crm", "mes");

  /** Those that people open. */
  static final List<String> SITES = List.of(SHOP, "crm", "mes");

  private static final String API = "api";

  private Product() {}

  /** Whose host this is: programs reach the Shop as {@code api}. */
  static Optional<String> ofSite(String site) {
    String service = site.equals(API) ? SHOP : site;
    return SERVICES.contains(service) ? Optional.of(service) : Optional.empty();
  }

  /** The first labels of the hosts at which a service answers. */
  static List<String> hosts(String service) {
    if (service.equals(SHOP)) {
      return List.of(SHOP, API);
    }
    return SITES.contains(service) ? List.of(service) : List.of();
  }
}
