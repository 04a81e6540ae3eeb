package com.alexandrite.preview.change;

import com.alexandrite.environment.source.Git;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The branches of a repository and where they stand. A branch that is here only as {@code
 * origin/NAME} counts under its plain name; a local one of that name wins.
 */
public final class Branches {
  private static final String LOCAL = "refs/heads/";
  private static final String REMOTE = "refs/remotes/origin/";
  private static final String KEPT = "refs/alexandrite/previews/";

  private final Git git;
  private final Merges merges;

  /** The branches that this git knows. */
  public Branches(Git git) {
    this.git = git;
    this.merges = new Merges(git);
  }

  /** Every branch with its newest revision: one git call, cheap enough for once a second. */
  public NavigableMap<String, String> heads() throws IOException, InterruptedException {
    String all = git.run("for-each-ref", "--format=%(objectname) %(refname)", LOCAL, REMOTE);
    NavigableMap<String, String> heads = new TreeMap<>();
    // The refs come sorted, so local ones first.
    for (String line : all.lines().toList()) {
      int space = line.indexOf(' ');
      String ref = line.substring(space + 1);
      if (!ref.equals(REMOTE + "HEAD")) {
        heads.putIfAbsent(
            ref.substring((ref.startsWith(LOCAL) ? LOCAL : REMOTE).length()),
            line.substring(0, space));
      }
    }
    return heads;
  }

  /**
   * The one revision that these branches mean together: the head of a single one, or a merge of
   * all. The same heads always give the same revision. A merge is kept in git until {@link
   * #forget}.
   *
   * @throws PreviewFailure for an unknown branch, or branches that contradict each other
   */
  public String resolve(PreviewName name, List<String> branches)
      throws PreviewFailure, IOException, InterruptedException {
    NavigableMap<String, String> heads = heads();
    List<Merges.Head> merged = new ArrayList<>();
    for (String branch : branches) {
      String revision = heads.get(branch);
      if (revision == null) {
        throw new PreviewFailure(unknown(branch, heads.keySet()));
      }
      merged.add(new Merges.Head(branch, revision));
    }
    return merged.size() == 1 ? merged.getFirst().revision() : merge(name, merged);
  }

  private String merge(PreviewName name, List<Merges.Head> heads)
      throws PreviewFailure, IOException, InterruptedException {
    String revision = merges.merge(heads);
    git.run("update-ref", KEPT + name, revision);
    return revision;
  }

  /** First line of what a revision says of itself. */
  public String subject(String revision) throws IOException, InterruptedException {
    return git.run("show", "--no-patch", "--format=%s", revision).strip();
  }

  /** Lets git clean up the merge that was kept for a preview; one without is no error. */
  public void forget(PreviewName name) throws IOException, InterruptedException {
    git.run("update-ref", "-d", KEPT + name);
  }

  /** The previews that a merge is kept for. */
  Set<PreviewName> kept() throws IOException, InterruptedException {
    return git.run("for-each-ref", "--format=%(refname)", KEPT)
        .lines()
        .map(ref -> new PreviewName(ref.substring(KEPT.length())))
        .collect(Collectors.toSet());
  }

  private Problem unknown(String name, Collection<String> known)
      throws IOException, InterruptedException {
    if (git.findRevision(name).isPresent() && !Nearest.isRemote(name)) {
      return new Problem(
          "not-a-branch",
          "'%s' is a tag or a revision; a preview follows a branch".formatted(name),
          "make one of it: git branch NAME " + name);
    }
    List<String> nearest = Nearest.to(name, known);
    return new Problem(
        "unknown-branch",
        "there is no branch '%s' here or at origin".formatted(name),
        nearest.isEmpty()
            ? "git branch --all lists what there is; git fetch gets what is new"
            : "did you mean %s?".formatted(String.join(" or ", nearest)));
  }
}
