package com.alexandrite.console.cluster;

import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.kubernetes.ClusterObject;
import java.util.List;
import java.util.Map;

/** What a pod template runs, in short. */
final class ImageVersion {
  private static final String DIGEST = "@sha256:";
  private static final int SHORT = 12;

  private ImageVersion() {}

  /** The container that a template is about: the one of the rollout's name, else the first. */
  static Map<String, Object> container(ClusterObject workload, String rollout) {
    Object pod = Data.map(workload.spec().get("template")).get("spec");
    List<Map<String, Object>> containers =
        Data.list(Data.map(pod).get("containers")).stream().map(Data::map).toList();
    return containers.stream()
        .filter(container -> rollout.equals(container.get("name")))
        .findFirst()
        .or(() -> containers.stream().findFirst())
        .orElse(Map.of());
  }

  /** That container's image; empty when there is none. */
  static String image(ClusterObject workload, String rollout) {
    return Data.text(container(workload, rollout).get("image"));
  }

  /** The image's tag, or the beginning of its digest, or else the whole image. */
  static String of(String image) {
    int digest = image.indexOf(DIGEST);
    if (digest >= 0) {
      String hash = image.substring(digest + DIGEST.length());
      return hash.substring(0, Math.min(hash.length(), SHORT));
    }
    int tag = image.lastIndexOf(':');
    return tag > image.lastIndexOf('/') ? image.substring(tag + 1) : image;
  }

  /** The image without tag and digest. */
  static String repository(String image) {
    int digest = image.indexOf('@');
    String plain = digest < 0 ? image : image.substring(0, digest);
    int tag = plain.lastIndexOf(':');
    return tag > plain.lastIndexOf('/') ? plain.substring(0, tag) : plain;
  }
}
