package com.alexandrite.preview.change;

import java.util.Set;

/**
 * One module of the project, as its POM says.
 *
 * @param path of its folder: {@code services/shop}
 * @param artifactId its name among the modules
 * @param uses what ends up in what it builds, or builds it: artifacts that it or a plugin of its
 *     build depends on; not those of its tests
 * @param runs whether it is made into a program
 */
record MavenModule(String path, String artifactId, Set<String> uses, boolean runs) {

  private static final String SERVICES = "services/";

  /** Whether it is a service of the product. */
  boolean isService() {
    return runs && path.startsWith(SERVICES);
  }

  /** How commands name the service. */
  String service() {
    return path.substring(SERVICES.length());
  }

  boolean holds(String file) {
    return file.startsWith(path + "/");
  }
}
