package com.alexandrite.preview.space;

import com.alexandrite.preview.PreviewName;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Previews by the names of what they have. */
final class NamedSpaces {

  private NamedSpaces() {}

  /** Those whose things are called so: a prefix, the preview's name, and perhaps an end. */
  static Set<PreviewName> among(Collection<String> things, String prefix, String end) {
    return things.stream()
        .map(thing -> name(thing, prefix, end))
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<PreviewName> name(String thing, String prefix, String end) {
    if (!thing.startsWith(prefix)) {
      return Optional.empty();
    }
    String rest = thing.substring(prefix.length());
    int stop = end.isEmpty() ? rest.length() : rest.indexOf(end);
    // What has another form belongs to no preview, whoever made it.
    return stop > 0 && PreviewName.isName(rest.substring(0, stop))
        ? Optional.of(new PreviewName(rest.substring(0, stop)))
        : Optional.empty();
  }
}
