package com.alexandrite.console.preview.api;

import com.alexandrite.preview.PreviewDesk;
import java.util.List;
import java.util.Map;

/**
 * All previews as programs read them.
 *
 * @param orphans how many things belong to no preview
 * @param orphansByKind the same by kind
 */
record OverviewJson(
    List<PreviewJson> previews,
    int orphans,
    Map<String, Integer> orphansByKind,
    long memoryBytes,
    long memoryLimitBytes) {

  static OverviewJson of(PreviewDesk.Overview overview, String console) {
    return new OverviewJson(
        overview.previews().stream().map(view -> PreviewJson.of(view, console)).toList(),
        overview.orphans().values().stream().mapToInt(Integer::intValue).sum(),
        overview.orphans(),
        overview.memoryBytes(),
        overview.memoryLimitBytes());
  }
}
