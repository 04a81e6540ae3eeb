package com.alexandrite.rollouts.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file of recorded decisions: {@code {id, fn, in, want}} per line.
 *
 * <p>The folder is {@code ../shared/conformance} beside the checkout, or {@code conformance} in the
 * folder that system property {@code alexandrite.shared} names. Without it the own small examples
 * of the packages still run.
 */
public final class VectorFile {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final double EXACT = 1e-6;

  private final String name;
  private final double tolerance;

  private VectorFile(String name, double tolerance) {
    this.name = name;
    this.tolerance = tolerance;
  }

  /** The file with this name; it need not exist. */
  public static VectorFile named(String name) {
    return new VectorFile(name, EXACT);
  }

  /** The same file, its numbers compared within this much. */
  public VectorFile within(double difference) {
    return new VectorFile(name, difference);
  }

  /** Decides one row: the actual outcome, to be compared with what was recorded. */
  public interface Decision {
    /** The engine's outcome in the terms of the vectors. */
    Map<String, ? extends @Nullable Object> decide(
        String fn, Map<String, @Nullable Object> in, Map<String, @Nullable Object> want);
  }

  /** Runs every row and fails with each deviation; prints the total. */
  public void check(Decision decision) {
    Optional<Path> file = find();
    if (file.isEmpty()) {
      System.out.println(name + ": not present, nothing run");
      return;
    }
    List<String> deviations = new ArrayList<>();
    List<String> rows = lines(file.get());
    for (String row : rows) {
      deviation(row, decision).ifPresent(deviations::add);
    }
    System.out.printf("%s: %d of %d equal%n", name, rows.size() - deviations.size(), rows.size());
    assertThat(deviations).as(name).isEmpty();
  }

  /** All rows as they are; none where the file is not there. */
  @SuppressWarnings("unchecked")
  public List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String line : find().map(VectorFile::lines).orElse(List.of())) {
      rows.add((Map<String, Object>) JSON.readValue(line, Map.class));
    }
    return rows;
  }

  private Optional<String> deviation(String row, Decision decision) {
    @SuppressWarnings("unchecked")
    Map<String, @Nullable Object> vector = JSON.readValue(row, Map.class);
    Map<String, @Nullable Object> want = Tree.map(vector, "want");
    String fn = Tree.text(vector, "fn");
    Map<String, ? extends @Nullable Object> actual =
        decision.decide(fn, Tree.map(vector, "in"), want);
    for (Map.Entry<String, ? extends @Nullable Object> entry : actual.entrySet()) {
      if (!same(entry.getValue(), want.get(entry.getKey()))) {
        return Optional.of(
            vector.get("id")
                + ": "
                + entry.getKey()
                + " is "
                + entry.getValue()
                + ", want "
                + want.get(entry.getKey())
                + " in "
                + row);
      }
    }
    return Optional.empty();
  }

  private boolean same(@Nullable Object actual, @Nullable Object want) {
    if (actual instanceof Number left && want instanceof Number right) {
      return Math.abs(left.doubleValue() - right.doubleValue()) < tolerance;
    }
    if (actual instanceof Map<?, ?> left && want instanceof Map<?, ?> right) {
      return left.keySet().equals(right.keySet())
          && left.keySet().stream().allMatch(key -> same(left.get(key), right.get(key)));
    }
    if (actual instanceof List<?> left && want instanceof List<?> right) {
      return left.size() == right.size() && sameElements(left, right);
    }
    return Objects.equals(actual, want);
  }

  private boolean sameElements(List<?> left, List<?> right) {
    for (int i = 0; i < left.size(); i++) {
      if (!same(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Path> find() {
    String shared = System.getProperty("alexandrite.shared");
    if (shared != null) {
      return existing(Path.of(shared));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Optional<Path> file = existing(at.resolve("shared"));
      if (file.isPresent()) {
        return file;
      }
    }
    return Optional.empty();
  }

  private Optional<Path> existing(Path shared) {
    return Optional.of(shared.resolve("conformance").resolve(name)).filter(Files::exists);
  }
}
