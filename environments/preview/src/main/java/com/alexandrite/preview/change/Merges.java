package com.alexandrite.preview.change;

import com.alexandrite.environment.source.Git;
import com.alexandrite.environment.source.Git.Ended;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Merges branches inside git's store, without any work tree. Who, when and what are made from the
 * merged revisions alone, so that the same ones give the same merge on every machine.
 */
record Merges(Git git) {
  private static final int CONFLICT = 1;

  /** A branch and where it stands. */
  record Head(String branch, String revision) {}

  /** The revision that has the changes of all, merged in this order. */
  String merge(List<Head> heads) throws PreviewFailure, IOException, InterruptedException {
    Head merged = heads.getFirst();
    for (Head next : heads.subList(1, heads.size())) {
      Ended ended = mergeTree(merged, next);
      if (ended.code() == CONFLICT) {
        throw new PreviewFailure(conflict(heads, next, ended));
      }
      if (ended.code() != 0) {
        throw new IOException("git merge-tree failed: " + ended.complaint().strip());
      }
      merged = commit(merged, next, ended.output().strip());
    }
    return merged.revision();
  }

  private Ended mergeTree(Head ours, Head theirs) throws IOException, InterruptedException {
    return git.attempt(
        "merge-tree",
        "--write-tree",
        "--name-only",
        "--no-messages",
        ours.revision(),
        theirs.revision());
  }

  private Head commit(Head ours, Head theirs, String tree)
      throws IOException, InterruptedException {
    String together = ours.branch() + " + " + theirs.branch();
    String revision =
        git.run(
                signature(ours, theirs),
                "commit-tree",
                tree,
                "-p",
                ours.revision(),
                "-p",
                theirs.revision(),
                "-m",
                together)
            .strip();
    return new Head(together, revision);
  }

  private Map<String, String> signature(Head ours, Head theirs)
      throws IOException, InterruptedException {
    long newest =
        git.run("show", "--no-patch", "--format=%ct", ours.revision(), theirs.revision())
            .lines()
            .mapToLong(Long::parseLong)
            .max()
            .orElseThrow();
    String date = "@" + newest + " +0000";
    return Map.of(
        "GIT_AUTHOR_NAME", "Alexandrite previews",
        "GIT_AUTHOR_EMAIL", "previews@alexandrite.invalid",
        "GIT_AUTHOR_DATE", date,
        "GIT_COMMITTER_NAME", "Alexandrite previews",
        "GIT_COMMITTER_EMAIL", "previews@alexandrite.invalid",
        "GIT_COMMITTER_DATE", date);
  }

  private Problem conflict(List<Head> heads, Head next, Ended ended)
      throws IOException, InterruptedException {
    String other = culprit(heads, next);
    // The first line is the tree with the conflicts in it.
    List<String> files = ended.output().lines().skip(1).filter(line -> !line.isBlank()).toList();
    return new Problem(
        "branches-conflict",
        "%s and %s change the same lines of %s"
            .formatted(other, next.branch(), String.join(", ", files)),
        "merge one of them into the other and solve it there, or make a preview of each",
        String.join("\n", files));
  }

  /** The one branch that it contradicts; all before it when only their sum does. */
  private String culprit(List<Head> heads, Head next) throws IOException, InterruptedException {
    List<Head> before = heads.subList(0, heads.indexOf(next));
    for (Head one : before) {
      if (mergeTree(one, next).code() == CONFLICT) {
        return one.branch();
      }
    }
    return before.stream().map(Head::branch).collect(Collectors.joining(" + "));
  }
}
