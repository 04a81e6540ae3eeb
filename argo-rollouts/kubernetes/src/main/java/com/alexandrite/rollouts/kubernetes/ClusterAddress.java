package com.alexandrite.rollouts.kubernetes;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which cluster, and what of it.
 *
 * @param kubeconfig file to read; null for what kubectl would take: {@code KUBECONFIG}, the file in
 *     the home folder, or inside a pod its service account
 * @param context of the kubeconfig; null for its current one
 * @param namespaces that are watched; {@value #ALL} for all; none for the context's own
 * @param selector label selector of the Rollouts, as kubectl takes it; empty for all of them
 */
public record ClusterAddress(
    @Nullable Path kubeconfig, @Nullable String context, List<String> namespaces, String selector) {
  /** Every namespace of the cluster. */
  public static final String ALL = "*";

  /** Copies the list. */
  public ClusterAddress {
    namespaces = List.copyOf(namespaces);
  }
}
