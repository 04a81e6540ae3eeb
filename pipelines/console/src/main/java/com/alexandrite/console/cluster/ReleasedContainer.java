package com.alexandrite.console.cluster;

import com.alexandrite.console.release.Refused;
import com.alexandrite.console.release.Refused.Kind;
import com.alexandrite.rollouts.engine.model.Data;
import java.util.List;
import java.util.Map;

/** Finds the container that a new image is for. */
final class ReleasedContainer {
  private ReleasedContainer() {}

  /** The one that runs another version of it, else the one that the rollout is about. */
  static String of(ClusterRollout rollout, String image) {
    Object pod = Data.map(rollout.object().spec().get("template")).get("spec");
    List<Map<String, Object>> containers =
        Data.list(Data.map(pod).get("containers")).stream().map(Data::map).toList();
    String repository = ImageVersion.repository(image);
    List<String> same =
        containers.stream()
            .filter(one -> ImageVersion.repository(Data.text(one.get("image"))).equals(repository))
            .map(one -> Data.text(one.get("name")))
            .toList();
    if (same.size() == 1) {
      return same.getFirst();
    }
    if (containers.size() > 1) {
      throw new Refused(
          Kind.INVALID,
          "container-unclear",
          "It is not clear which container gets " + image + ".",
          "Release an image of a repository that one of the containers has already.");
    }
    return Data.text(
        ImageVersion.container(rollout.object(), rollout.object().name())
            .getOrDefault("name", "*"));
  }
}
