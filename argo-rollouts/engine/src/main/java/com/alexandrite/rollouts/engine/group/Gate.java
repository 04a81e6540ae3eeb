package com.alexandrite.rollouts.engine.group;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a member has to be before the next ones begin.
 *
 * @param number of the step or the percent; 0 for the others
 */
public record Gate(Kind kind, int number) {

  public static final Gate PROMOTED = new Gate(Kind.PROMOTED, 0);
  public static final Gate BAKED = new Gate(Kind.BAKED, 0);

  private static final int WHOLE = 100;

  private static final Pattern NUMBERED = Pattern.compile("(step|weight) ([1-9]\\d{0,2})");

  /** What is looked at. */
  public enum Kind {
    /** It serves everybody, perhaps still being watched. */
    PROMOTED,
    /** It serves everybody and is watched no longer. */
    BAKED,
    /** It has passed this step; counted from 1. */
    STEP,
    /** It has this share of the traffic, in percent; without a router only in the end. */
    WEIGHT
  }

  /** Reads it as it is written in a manifest; empty if it is none. */
  public static Optional<Gate> read(String text) {
    Matcher numbered = NUMBERED.matcher(text);
    if (numbered.matches()) {
      Kind kind = Kind.valueOf(numbered.group(1).toUpperCase(Locale.ROOT));
      int number = Integer.parseInt(numbered.group(2));
      return kind == Kind.WEIGHT && number > WHOLE
          ? Optional.empty()
          : Optional.of(new Gate(kind, number));
    }
    return switch (text) {
      case "promoted" -> Optional.of(PROMOTED);
      case "baked" -> Optional.of(BAKED);
      default -> Optional.empty();
    };
  }

  /** As it is written in a manifest. */
  @Override
  public String toString() {
    String word = kind.name().toLowerCase(Locale.ROOT);
    return number == 0 ? word : word + " " + number;
  }
}
