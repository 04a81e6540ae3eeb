package com.alexandrite.rollouts.engine.condition;

import java.util.Map;
import java.util.regex.PatternSyntaxException;

/** Classes of ASCII characters by name, as they stand inside another class. */
final class PosixClass {

  private static final Map<String, String> JAVA =
      Map.ofEntries(
          Map.entry("alnum", "\\p{Alnum}"),
          Map.entry("alpha", "\\p{Alpha}"),
          Map.entry("ascii", "\\p{ASCII}"),
          Map.entry("blank", "\\t "),
          Map.entry("cntrl", "\\p{Cntrl}"),
          Map.entry("digit", "\\p{Digit}"),
          Map.entry("graph", "\\p{Graph}"),
          Map.entry("lower", "\\p{Lower}"),
          Map.entry("print", "\\p{Print}"),
          Map.entry("punct", "\\p{Punct}"),
          Map.entry("space", "\\t\\n\\x0B\\f\\r "),
          Map.entry("upper", "\\p{Upper}"),
          Map.entry("word", "\\w"),
          Map.entry("xdigit", "\\p{XDigit}"));

  private static final Map<String, String> NEGATED =
      Map.of(
          "blank", "\\x00-\\x08\\x0A-\\x1F\\x21-\\x{10FFFF}",
          "space", "\\x00-\\x08\\x0E-\\x1F\\x21-\\x{10FFFF}",
          "word", "\\W");

  private PosixClass() {}

  /** What stands for a class in Java; a caret before the name negates it. */
  static String java(String written) {
    boolean negated = written.startsWith("^");
    String name = negated ? written.substring(1) : written;
    String java = JAVA.get(name);
    if (java == null) {
      throw new PatternSyntaxException("invalid character class range", written, -1);
    }
    return negated ? NEGATED.getOrDefault(name, java.replace("\\p", "\\P")) : java;
  }
}
