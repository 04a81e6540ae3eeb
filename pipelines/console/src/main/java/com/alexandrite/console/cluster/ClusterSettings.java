package com.alexandrite.console.cluster;

import com.alexandrite.rollouts.kubernetes.ClusterAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which cluster's rollouts are shown and steered.
 *
 * @param enabled whether it is a cluster at all, and not this machine
 * @param kubeconfig null or empty for kubectl's own choice, or inside a pod its service account
 * @param context null or empty for the kubeconfig's current one
 * @param namespaces none for the context's own; {@code *} for all
 * @param selector label selector of the Rollouts; null or empty for all of them
 * @param prometheus the server that knows the traffic; null when there is none
 */
@ConfigurationProperties("alexandrite.rollouts.cluster")
public record ClusterSettings(
    boolean enabled,
    @Nullable String kubeconfig,
    @Nullable String context,
    @Nullable List<String> namespaces,
    @Nullable String selector,
    @Nullable URI prometheus) {

  ClusterAddress address() {
    return new ClusterAddress(
        isEmpty(kubeconfig) ? null : Path.of(kubeconfig + ""),
        isEmpty(context) ? null : context,
        namespaces == null ? List.of() : namespaces.stream().map(String::strip).toList(),
        selector == null ? "" : selector);
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
