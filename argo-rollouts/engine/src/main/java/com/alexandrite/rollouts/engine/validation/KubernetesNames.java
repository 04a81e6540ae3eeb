package com.alexandrite.rollouts.engine.validation;

import com.alexandrite.rollouts.engine.model.Data;
import java.util.Map;
import java.util.regex.Pattern;

/** How Kubernetes writes names. */
final class KubernetesNames {

  private static final int LONGEST_NAME = 63;
  private static final int LONGEST_DOMAIN = 253;

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?");
  private static final Pattern PORT = Pattern.compile("(?=.*[a-z])[a-z0-9](-?[a-z0-9])*");
  private static final int LONGEST_PORT = 15;

  private KubernetesNames() {}

  /** A name within an object, for example of a container. */
  static boolean label(String text) {
    return text.length() <= LONGEST_NAME && LABEL.matcher(text).matches();
  }

  /** A name of an object. */
  static boolean domain(String text) {
    return text.length() <= LONGEST_DOMAIN && DOMAIN.matcher(text).matches();
  }

  /** A key of a label or annotation: a name, perhaps after a domain and a slash. */
  static boolean qualified(String text) {
    int slash = text.indexOf('/');
    String name = text.substring(slash + 1);
    boolean prefix = slash < 0 || domain(text.substring(0, slash));
    return prefix && name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
  }

  static boolean labelValue(String text) {
    return text.isEmpty() || (text.length() <= LONGEST_NAME && NAME.matcher(text).matches());
  }

  static boolean port(String text) {
    return text.length() <= LONGEST_PORT && PORT.matcher(text).matches();
  }

  static void labels(Map<String, Object> labels, Place place, Findings findings) {
    labels.forEach((key, value) -> {
      if (!qualified(key)) {
        findings.kubernetes(place, ErrorType.INVALID, "has a key that is no label: " + key);
      }
      if (!labelValue(Data.text(value))) {
        findings.kubernetes(place, ErrorType.INVALID, "has no label's value for " + key);
      }
    });
  }
}
