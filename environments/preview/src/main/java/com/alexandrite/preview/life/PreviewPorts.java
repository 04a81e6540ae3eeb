package com.alexandrite.preview.life;

import com.alexandrite.preview.PreviewResource;
import java.time.InstantSource;
import java.util.List;

/**
 * Everything outside that the life of previews depends on.
 *
 * @param resources what each preview has of its own in shared servers, without its processes
 */
public record PreviewPorts(
    PreviewStore store,
    BranchSource source,
    Baseline baseline,
    PreviewBuild build,
    Edge edge,
    Demand demand,
    List<PreviewResource> resources,
    PreviewWork.SchemaReports schema,
    FlagStates flags,
    InstantSource clock) {

  /** Copies the list. */
  public PreviewPorts {
    resources = List.copyOf(resources);
  }

  /** How the flags of a preview differ from where they began. */
  public interface FlagStates {
    /** The differences now. */
    List<com.alexandrite.preview.FlagDifference> of(com.alexandrite.preview.Space space)
        throws java.io.IOException;
  }
}
