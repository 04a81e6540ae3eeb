package com.alexandrite.kit.look;

import java.util.Locale;

/** For whom a site is made: sets density, size of targets and temperature of the colours. */
public enum Audience {
  /** Buys jewelry, on a phone first: airy. */
  CUSTOMER,
  /** Works through an inbox at a desk: dense. */
  SELLER,
  /** Stands at a bench with a tablet: big targets, one main action. */
  OPERATOR,
  /** Watches a release: data first. */
  RELEASE;

  /** The word that the style sheets select by. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
