package com.alexandrite.preview.life;

import com.alexandrite.preview.PreviewFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the branches of a preview are at; a merge of several is tried once for each combination. */
final class BranchHeads {

  private final BranchSource source;
  private final Map<String, Heads> resolved = new HashMap<>();

  BranchHeads(BranchSource source) {
    this.source = source;
  }

  /** Of one preview, where all branches' heads are known. */
  Heads of(Preview preview, Map<String, String> heads) throws IOException, InterruptedException {
    List<String> revisions = new ArrayList<>();
    for (String branch : preview.branches()) {
      String head = heads.get(branch);
      if (head == null) {
        return new Heads.Gone(branch);
      }
      revisions.add(head);
    }
    if (revisions.size() == 1) {
      return new Heads.At(revisions.getFirst());
    }
    String key = String.join("+", revisions);
    Heads known = resolved.get(key);
    if (known == null) {
      known = merged(preview, key);
      resolved.put(key, known);
    }
    return known;
  }

  private Heads merged(Preview preview, String key) throws IOException, InterruptedException {
    try {
      return new Heads.At(source.resolve(preview.name(), preview.branches()));
    } catch (PreviewFailure e) {
      return new Heads.Broken(key, e.problem());
    }
  }
}
