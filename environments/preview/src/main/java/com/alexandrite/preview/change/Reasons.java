package com.alexandrite.preview.change;

import com.alexandrite.preview.Depth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/** Tells people why a preview is as deep as it is. */
record Reasons(NavigableSet<String> everyService, List<String> files, List<Cause> causes) {

  List<String> told(
      Depth needed, @Nullable Depth forced, NavigableSet<String> built, String caveat) {
    List<String> sentences = new ArrayList<>();
    if (forced != null) {
      sentences.add(
          needed == forced
              ? "Somebody chose %s; it would be that anyway.".formatted(forced.word())
              : "Somebody chose %s; by itself it would be %s."
                  .formatted(forced.word(), needed.word()));
    }
    for (Cause cause : causes) {
      sentences.add(cause.sentence() + ".");
    }
    if (causes.isEmpty()) {
      sentences.add(nothing());
    }
    sentences.add(consequence(built));
    if (!caveat.isEmpty()) {
      sentences.add(caveat);
    }
    return sentences;
  }

  private String nothing() {
    return switch (files.size()) {
      case 0 -> "The branch has nothing that the baseline does not have.";
      case 1 -> "Only %s differs, and no service is made from it.".formatted(files.getFirst());
      default ->
          "%d files differ, such as %s, and no service is made from them."
              .formatted(files.size(), files.getFirst());
    };
  }

  private String consequence(NavigableSet<String> built) {
    if (built.isEmpty()) {
      return "Every service is the baseline's version.";
    }
    String names = String.join(", ", built);
    return built.equals(everyService)
        ? "Every service is built from the branch."
        : "Built from the branch: %s; the others are the baseline's version.".formatted(names);
  }
}
