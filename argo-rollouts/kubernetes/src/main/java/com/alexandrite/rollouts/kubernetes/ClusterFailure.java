package com.alexandrite.rollouts.kubernetes;

import org.jspecify.annotations.Nullable;

/** The cluster did not do what was asked; the message says what was asked and what it answered. */
public final class ClusterFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of answer it was. */
  public enum Kind {
    /** No answer, or none but that the server is busy or broken. */
    UNREACHABLE("Look at the address in the kubeconfig and whether the API server runs."),
    /** The server does not know who asks. */
    UNAUTHENTICATED("Renew the credentials of the kubeconfig's user or the service account."),
    /** The server knows who asks and does not allow it. */
    FORBIDDEN("Give the account the Role in argo-rollouts/manifests/console."),
    /** There is no such object, or the cluster does not know its kind. */
    NOT_FOUND("Look at the name and the namespace, and whether Argo Rollouts is installed."),
    /** Somebody else changed the object in the same moment. */
    CONFLICT("Look at the rollout's present state and try again."),
    /** The server or an admission webhook does not accept the change. */
    INVALID("Correct what the server names.");

    private final String advice;

    Kind(String advice) {
      this.advice = advice;
    }

    /** What to do about it. */
    public String advice() {
      return advice;
    }
  }

  private final Kind kind;

  ClusterFailure(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
