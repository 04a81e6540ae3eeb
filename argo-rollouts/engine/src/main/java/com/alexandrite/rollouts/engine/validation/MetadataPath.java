package com.alexandrite.rollouts.engine.validation;

import java.util.Locale;
import java.util.Set;

/** The paths of an object's metadata that an argument may ask for. */
public final class MetadataPath {

  private static final String LABELS = "metadata.labels";
  private static final String ANNOTATIONS = "metadata.annotations";
  private static final Set<String> WHOLE =
      Set.of(LABELS, ANNOTATIONS, "metadata.name", "metadata.namespace", "metadata.uid");
  private static final String OPEN = "['";
  private static final String CLOSE = "']";

  private MetadataPath() {}

  /** Whether there is such a field, with a key that can be one. */
  public static boolean readable(String path) {
    int open = path.indexOf(OPEN);
    if (open <= 0 || !path.endsWith(CLOSE)) {
      return WHOLE.contains(path);
    }
    String key = path.substring(open + OPEN.length(), path.length() - CLOSE.length());
    return switch (path.substring(0, open)) {
      case LABELS -> KubernetesNames.qualified(key);
      case ANNOTATIONS -> KubernetesNames.qualified(key.toLowerCase(Locale.ROOT));
      default -> false;
    };
  }
}
