package com.alexandrite.preview.build;

import com.alexandrite.environment.source.Git;
import com.alexandrite.preview.Depth;
import com.alexandrite.preview.PreviewName;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** A JVM that builds, to be killed. Arguments: home, checkout, name, revision. */
final class BuildingMain {

  private BuildingMain() {}

  public static void main(String[] arguments) throws Exception {
    new PreviewBuilds(
            Path.of(arguments[0]),
            new Git(Path.of(arguments[1])),
            Training.NONE,
            InstantSource.system())
        .build(new PreviewName(arguments[2]), arguments[3], List.of(), Depth.FULL, (_, _, _) -> {});
  }
}
