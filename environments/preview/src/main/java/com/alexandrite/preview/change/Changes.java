package com.alexandrite.preview.change;

import com.alexandrite.preview.Depth;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What a revision changed against the baseline, and what a preview of it needs.
 *
 * @param baseline full revision that it was compared with
 * @param revision full revision of the branch
 * @param depth of the preview
 * @param forced whether somebody chose the depth
 * @param services those to build from the branch; none when everything is the baseline's
 * @param causes what led to it, the weightiest first
 * @param reasons why it is this depth, whole sentences that name files
 */
public record Changes(
    String baseline,
    String revision,
    Depth depth,
    boolean forced,
    NavigableSet<String> services,
    List<Cause> causes,
    List<String> reasons) {

  /** Copies the collections. */
  public Changes {
    services = Collections.unmodifiableNavigableSet(new TreeSet<>(services));
    causes = List.copyOf(causes);
    reasons = List.copyOf(reasons);
  }

  /** All reasons, one after the other. */
  public String reason() {
    return String.join(" ", reasons);
  }
}
