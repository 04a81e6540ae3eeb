package com.alexandrite.console.preview.live;

import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.change.Branches;
import com.alexandrite.preview.life.BranchSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The branches of the checkout. */
record GitBranches(Branches branches) implements BranchSource {

  @Override
  public Map<String, String> heads() throws IOException, InterruptedException {
    return branches.heads();
  }

  @Override
  public String resolve(PreviewName name, List<String> wanted)
      throws PreviewFailure, IOException, InterruptedException {
    return branches.resolve(name, wanted);
  }

  @Override
  public String subject(String revision) throws IOException, InterruptedException {
    return branches.subject(revision);
  }
}
