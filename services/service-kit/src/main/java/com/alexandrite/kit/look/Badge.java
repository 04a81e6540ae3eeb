package com.alexandrite.kit.look;

import java.util.Map;

/**
 * How a state is shown: always an icon and a word, the colour only helps.
 *
 * @param icon name of an icon of the sprite
 * @param tone neutral, info, busy, good, warn, harm, stable or canary
 * @param label message key of the word
 */
public record Badge(String icon, String tone, String label) {

  private static final Map<String, Badge> KNOWN =
      Map.ofEntries(
          // Orders, in the order of their life.
          known("INITIATED", "circle", "neutral"),
          known("FILE_UPLOADED", "file-box", "busy"),
          known("SUBMITTED", "clipboard-check", "info"),
          known("PRICE_CALCULATED", "receipt", "info"),
          known("MANUFACTURING_APPROVED", "shield-check", "info"),
          known("MANUFACTURING_STARTED", "hammer", "busy"),
          known("MANUFACTURING_COMPLETED", "gem", "info"),
          known("PACKAGING", "package", "busy"),
          known("SHIPPED", "truck", "info"),
          known("CLOSED", "circle-check", "good"),
          known("PRICING_FAILED", "triangle-alert", "warn"),
          // Rollouts and their analysis.
          known("Healthy", "circle-check", "good"),
          known("Progressing", "loader-circle", "busy"),
          known("Paused", "circle-pause", "warn"),
          known("Degraded", "octagon-x", "harm"),
          known("Promoted", "circle-check", "good"),
          known("RolledBack", "undo-2", "harm"),
          known("Superseded", "ban", "neutral"),
          known("Running", "loader-circle", "busy"),
          known("Pending", "clock", "neutral"),
          known("Successful", "circle-check", "good"),
          known("Failed", "octagon-x", "harm"),
          known("Error", "triangle-alert", "harm"),
          known("Inconclusive", "circle-question-mark", "warn"),
          known("stable", "anchor", "stable"),
          known("canary", "bird", "canary"),
          known("active", "anchor", "stable"),
          known("preview", "bird", "canary"),
          known("old", "history", "neutral"));

  /** The badge of a state; a state that is not known is shown as it is called, never an error. */
  static Badge of(String state) {
    Badge badge = KNOWN.get(state);
    return badge != null ? badge : new Badge("circle", "neutral", "state." + state);
  }

  private static Map.Entry<String, Badge> known(String state, String icon, String tone) {
    return Map.entry(state, new Badge(icon, tone, "state." + state));
  }
}
