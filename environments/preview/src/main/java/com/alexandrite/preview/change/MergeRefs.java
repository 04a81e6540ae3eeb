package com.alexandrite.preview.change;

import com.alexandrite.environment.source.Git;
import com.alexandrite.preview.Content;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewResource;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** The merges that git keeps for previews of several branches. */
public final class MergeRefs implements PreviewResource {

  private final Branches branches;

  /** In the checkout's git. */
  public MergeRefs(Git git) {
    this.branches = new Branches(git);
  }

  @Override
  public String kind() {
    return "merge";
  }

  @Override
  public boolean isData() {
    return false;
  }

  @Override
  public Set<PreviewName> found() throws IOException {
    try {
      return branches.kept();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking git", e);
    }
  }

  /** Merges are made where branches are resolved. */
  @Override
  public void make(Space space, Content content) {
    // The revision that is built is the merge itself.
  }

  @Override
  public Map<String, String> variables(Space space, String service) {
    return Map.of();
  }

  @Override
  public void remove(PreviewName name) throws IOException, InterruptedException {
    branches.forget(name);
  }
}
