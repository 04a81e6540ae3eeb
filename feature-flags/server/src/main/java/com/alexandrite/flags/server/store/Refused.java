package com.alexandrite.flags.server.store;

/** What was asked can not be done; nothing was changed. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Kind {
    /** There is no such flag, environment, change or key. */
    UNKNOWN,
    /** What was sent is not valid. */
    INVALID,
    /** Not in the present state. */
    CONFLICT,
    /** Not for this person or key. */
    FORBIDDEN,
    /** No key of an environment came with it. */
    NO_KEY
  }

  private final Kind kind;
  private final String code;
  private final String action;

  /**
   * A refusal.
   *
   * @param code stable word for programs
   * @param detail what is wrong
   * @param action what to do instead
   */
  public Refused(Kind kind, String code, String detail, String action) {
    super(detail);
    this.kind = kind;
    this.code = code;
    this.action = action;
  }

  /** There is no such thing. */
  public static Refused unknown(String thing, Object name, String action) {
    return new Refused(
        Kind.UNKNOWN, thing + "-unknown", "There is no " + thing + " " + name + ".", action);
  }

  /** What was sent is not valid. */
  public static Refused invalid(String code, String detail, String action) {
    return new Refused(Kind.INVALID, code, detail, action);
  }

  /** Not in the present state. */
  public static Refused conflict(String code, String detail, String action) {
    return new Refused(Kind.CONFLICT, code, detail, action);
  }

  /** The reason without surrounding blanks; refused when there is none, or an endless one. */
  public static String reason(@org.jspecify.annotations.Nullable String given) {
    if (given == null || given.isBlank()) {
      throw invalid(
          "reason-missing", "A change needs a reason.", "Say in one sentence why it is done.");
    }
    if (given.length() > 500) {
      throw invalid(
          "reason-too-long", "The reason is longer than 500 characters.", "Shorten the reason.");
    }
    return given.strip();
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public String action() {
    return action;
  }
}
