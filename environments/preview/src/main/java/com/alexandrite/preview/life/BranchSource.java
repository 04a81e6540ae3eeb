package com.alexandrite.preview.life;

import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The branches that previews are made of. */
public interface BranchSource {

  /** All branches with their newest revisions. */
  Map<String, String> heads() throws IOException, InterruptedException;

  /**
   * The one revision that these branches mean together.
   *
   * @throws PreviewFailure for an unknown branch, or branches that contradict each other
   */
  String resolve(PreviewName name, List<String> branches)
      throws PreviewFailure, IOException, InterruptedException;

  /** First line of what a revision says of itself. */
  String subject(String revision) throws IOException, InterruptedException;
}
