package com.alexandrite.console.release;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.rollouts.engine.manifest.GroupManifests;
import org.springframework.stereotype.Component;

/** Reads the release groups beside the rollouts' manifests, each time as they are now. */
@Component
@OnThisMachine
public class GroupFiles {
  private static final String FOLDER = "groups";

  private final ManifestFolder folder;

  GroupFiles(ManifestFolder folder) {
    this.folder = folder;
  }

  /** The groups that make sense, and what is wrong with the others. */
  public GroupManifests.Reading read() {
    return GroupManifests.read(folder.alone(FOLDER));
  }
}
