package com.alexandrite.preview.change;

import com.alexandrite.environment.source.Git;
import com.alexandrite.preview.Depth;
import com.alexandrite.preview.PreviewFailure;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a branch changed: the files that differ since it left the baseline, the modules
 * that they are in, the services that are made from these modules, and how deep a preview must be
 * for that.
 */
public record ChangeAnalysis(Git git) {

  /**
   * Compares.
   *
   * @param forced depth that somebody chose; null to choose it from what changed
   * @throws PreviewFailure when a POM of the branch cannot be read
   */
  public Changes of(ComparedWith baseline, String revision, @Nullable Depth forced)
      throws PreviewFailure, IOException, InterruptedException {
    List<String> files = changedFiles(baseline.revision(), revision);
    Modules modules = Modules.of(git, revision);
    List<Cause> causes = causes(modules, files, revision);
    Depth needed =
        causes.stream().map(Cause::depth).max(Comparator.naturalOrder()).orElse(Depth.OVERLAY);
    Depth depth = forced == null ? needed : forced;
    NavigableSet<String> services =
        depth == Depth.FULL
            ? modules.services()
            : union(causes.stream().map(Cause::services).toList());
    return new Changes(
        baseline.revision(),
        revision,
        depth,
        forced != null,
        services,
        causes,
        new Reasons(modules.services(), files, causes)
            .told(needed, forced, services, baseline.caveat()));
  }

  /** A branch without a common past with the baseline differs from it in everything. */
  private List<String> changedFiles(String baseline, String revision)
      throws IOException, InterruptedException {
    Git.Ended base = git.attempt("merge-base", baseline, revision);
    String from = base.code() == 0 ? base.output().strip() : baseline;
    String differing = git.run("diff", "--name-only", "--no-renames", "-z", from, revision);
    return Stream.of(differing.split("\0", -1)).filter(file -> !file.isEmpty()).toList();
  }

  private List<Cause> causes(Modules modules, List<String> files, String revision)
      throws IOException, InterruptedException {
    var rules = new ChangeRules(modules, new FlagUses(git, revision));
    Map<String, Cause> byKind = new LinkedHashMap<>();
    for (String file : files) {
      Cause cause = rules.cause(file);
      if (!cause.services().isEmpty()) {
        byKind.merge(cause.what(), cause, ChangeAnalysis::together);
      }
    }
    return byKind.values().stream()
        .sorted(Comparator.comparing(Cause::depth, Comparator.reverseOrder()))
        .toList();
  }

  private static Cause together(Cause one, Cause other) {
    return new Cause(
        Stream.concat(one.files().stream(), other.files().stream()).toList(),
        one.what(),
        one.depth().compareTo(other.depth()) > 0 ? one.depth() : other.depth(),
        union(List.of(one.services(), other.services())));
  }

  private static NavigableSet<String> union(List<NavigableSet<String>> sets) {
    NavigableSet<String> all = new TreeSet<>();
    sets.forEach(all::addAll);
    return all;
  }
}
