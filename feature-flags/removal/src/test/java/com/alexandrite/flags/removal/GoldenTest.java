package com.alexandrite.flags.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenTest {

  static List<Golden> examples() throws IOException {
    return Golden.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void removesAsWrittenDown(Golden example) {
    Outcome outcome = FlagRemoval.remove(example.finished(), example.before());
    switch (outcome) {
      case Outcome.Removed removed -> {
        assertThat(example.refused()).as("not refused, but changed to %s", removed).isEmpty();
        assertThat(shown(after(example, removed))).isEqualTo(shown(example.after()));
      }
      case Outcome.Refused refused ->
          assertThat(refused.obstacles().stream().map(Obstacle::toString))
              .usingElementComparator(
                  (is, wanted) -> is.startsWith(wanted) || wanted.startsWith(is) ? 0 : 1)
              .containsExactlyElementsOf(example.refused());
    }
  }

  static SortedMap<String, String> after(Golden example, Outcome.Removed removed) {
    SortedMap<String, String> after = new TreeMap<>(example.before());
    removed
        .changes()
        .forEach((path, text) ->
            text.ifPresentOrElse(now -> after.put(path, now), () -> after.remove(path)));
    return after;
  }

  private static String shown(Map<String, String> files) {
    StringBuilder all = new StringBuilder();
    files.forEach((path, text) ->
        all.append("=== ").append(path).append('\n').append(text.strip()).append('\n'));
    return all.toString();
  }
}
