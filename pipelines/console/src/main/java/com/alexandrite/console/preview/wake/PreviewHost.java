package com.alexandrite.console.preview.wake;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host name of a preview, as {@code shop.feature-rings.localhost}.
 *
 * @param site first label, as the visitor wrote it
 * @param preview second label
 */
record PreviewHost(String site, String preview) {
  private static final Pattern FORM =
      Pattern.compile("([a-z0-9-]{1,63})\\.([a-z0-9-]{1,63})\\.[a-z0-9.-]{1,253}(?::\\d{1,5})?");

  /** Empty when it has another form. */
  static Optional<PreviewHost> of(String host) {
    Matcher matcher = FORM.matcher(host.strip().toLowerCase(Locale.ROOT));
    return matcher.matches()
        ? Optional.of(new PreviewHost(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** The service that answers there: partners' API is the Shop's. */
  String service() {
    return site.equals("api") ? "shop" : site;
  }
}
