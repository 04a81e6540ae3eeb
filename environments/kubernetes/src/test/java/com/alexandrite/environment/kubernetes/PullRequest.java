package com.alexandrite.environment.kubernetes;

import java.util.List;
import java.util.Map;

/** What the generator of pull requests hands to a template, of what our templates ask. */
record PullRequest(int number, String branch, String revision, List<String> labels) {

  Map<String, Object> parameters() {
    return Map.of("number", number, "branch", branch, "head_sha", revision, "labels", labels);
  }
}
