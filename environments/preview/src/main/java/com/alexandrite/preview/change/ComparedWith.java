package com.alexandrite.preview.change;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.source.Git;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The revision that stands for the baseline.
 *
 * @param revision full git revision
 * @param caveat why it is not quite what runs there; empty when it is
 */
public record ComparedWith(String revision, String caveat) {

  /**
   * The newest revision that runs in the baseline. Versions that were built with uncommitted
   * changes, or from a revision that git no longer has, cannot be compared with: when all are like
   * that, the checkout's HEAD stands for them.
   */
  public static ComparedWith live(Git git, Collection<Artifact> live)
      throws IOException, InterruptedException {
    List<String> known = new ArrayList<>();
    TreeSet<String> dirty = new TreeSet<>();
    TreeSet<String> unknown = new TreeSet<>();
    for (Artifact artifact : live) {
      if (artifact.dirty()) {
        dirty.add(artifact.service());
      } else if (git.findRevision(artifact.gitRevision()).isEmpty()) {
        unknown.add(artifact.service());
      } else {
        known.add(artifact.gitRevision());
      }
    }
    String caveat = caveat(dirty, unknown, known.isEmpty());
    return new ComparedWith(known.isEmpty() ? git.revision("HEAD") : newest(git, known), caveat);
  }

  private static String newest(Git git, List<String> revisions)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("rev-list", "--no-walk=sorted"));
    command.addAll(revisions);
    return git.run(command.toArray(String[]::new)).lines().findFirst().orElseThrow();
  }

  private static String caveat(
      Collection<String> dirty, Collection<String> unknown, boolean nothingElse) {
    List<String> sentences = new ArrayList<>();
    if (!dirty.isEmpty()) {
      sentences.add(
          "The baseline's %s was built with uncommitted changes.".formatted(listed(dirty)));
    }
    if (!unknown.isEmpty()) {
      sentences.add(
          "The baseline's %s was built from a revision that git no longer has."
              .formatted(listed(unknown)));
    }
    if (nothingElse) {
      sentences.add("The branch was therefore compared with the checkout's last revision.");
    }
    return dirty.isEmpty() && unknown.isEmpty() ? "" : String.join(" ", sentences);
  }

  private static String listed(Collection<String> services) {
    return services.stream().collect(Collectors.joining(", "));
  }
}
