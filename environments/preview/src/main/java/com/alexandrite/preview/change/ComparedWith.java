package com.alexandrite.preview.change;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.source.Git;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The revision that stands for the baseline.
 *
 * @param revision full git revision
 * @param caveat why it is not quite what runs there; empty when it is
 */
public record ComparedWith(String revision, String caveat) {

  /**
   * The newest revision that runs in the baseline. One that was built with uncommitted changes
   * counts only when there is no other; when git has none of them any more, the checkout's last
   * revision stands for them.
   */
  public static ComparedWith live(Git git, Collection<Artifact> live)
      throws IOException, InterruptedException {
    List<Artifact> known = new ArrayList<>();
    List<Artifact> unknown = new ArrayList<>();
    for (Artifact artifact : live) {
      boolean found = git.findRevision(artifact.gitRevision()).isPresent();
      (found ? known : unknown).add(artifact);
    }
    List<Artifact> dirty = known.stream().filter(Artifact::dirty).toList();
    List<Artifact> clean = known.stream().filter(artifact -> !artifact.dirty()).toList();
    return new ComparedWith(
        known.isEmpty() ? git.revision("HEAD") : newest(git, clean.isEmpty() ? dirty : clean),
        caveat(dirty, unknown, known.isEmpty()));
  }

  private static String newest(Git git, List<Artifact> artifacts)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("rev-list", "--no-walk=sorted"));
    artifacts.forEach(artifact -> command.add(artifact.gitRevision()));
    return git.run(command.toArray(String[]::new)).lines().findFirst().orElseThrow();
  }

  private static String caveat(List<Artifact> dirty, List<Artifact> unknown, boolean nothingElse) {
    List<String> sentences = new ArrayList<>();
    if (!dirty.isEmpty()) {
      sentences.add(
          "The baseline's %s was built with uncommitted changes, which are left out of account."
              .formatted(listed(dirty)));
    }
    if (!unknown.isEmpty()) {
      sentences.add(
          "The baseline's %s was built from a revision that git does not have."
              .formatted(listed(unknown)));
    }
    if (nothingElse) {
      sentences.add("The branch was compared with the checkout's last revision.");
    }
    return String.join(" ", sentences);
  }

  private static String listed(List<Artifact> artifacts) {
    return artifacts.stream().map(Artifact::service).sorted().collect(Collectors.joining(", "));
  }
}
