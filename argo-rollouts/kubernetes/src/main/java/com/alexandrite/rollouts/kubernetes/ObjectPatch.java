package com.alexandrite.rollouts.kubernetes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One patch of one object.
 *
 * @param type how the server reads the body
 * @param subresource {@code status}, or empty for the object itself
 * @param body plain data that becomes JSON; null values matter
 * @param withoutSubresource what is sent to the object itself, in place of this and all following
 *     patches, where the cluster's definition has no such subresource (Argo Rollouts before 0.10);
 *     null if there is nothing to fall back to
 */
public record ObjectPatch(
    Type type, String subresource, Object body, @Nullable Map<String, ?> withoutSubresource) {

  /** The two types of patches that are used. */
  public enum Type {
    /** RFC 7386. */
    MERGE,
    /** RFC 6902. */
    JSON
  }

  static ObjectPatch ofStatus(Map<String, ?> body, Map<String, ?> withoutSubresource) {
    return new ObjectPatch(Type.MERGE, "status", body, withoutSubresource);
  }

  static ObjectPatch ofObject(Map<String, ?> body) {
    return new ObjectPatch(Type.MERGE, "", body, null);
  }
}
