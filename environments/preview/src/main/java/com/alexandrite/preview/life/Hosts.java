package com.alexandrite.preview.life;

import com.alexandrite.preview.PreviewName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Host names of previews: {@code shop.feature-rings.localhost}. */
final class Hosts {

  private static final String DOMAIN = ".localhost";
  private static final Pattern FORM =
      Pattern.compile("[a-z-]+\\.([a-z0-9-]+)" + Pattern.quote(DOMAIN));

  private Hosts() {}

  static String host(String site, PreviewName name) {
    return site + "." + name + DOMAIN;
  }

  /** Whose host this is, when it is a preview's. */
  static Optional<PreviewName> previewOf(String host) {
    Matcher matcher = FORM.matcher(host);
    return matcher.matches() ? Optional.of(new PreviewName(matcher.group(1))) : Optional.empty();
  }
}
