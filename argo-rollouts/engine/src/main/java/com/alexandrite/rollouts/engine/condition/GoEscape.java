package com.alexandrite.rollouts.engine.condition;

import java.lang.Character.UnicodeScript;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a backslash begins in one of Go's regular expressions, in Java's words.
 *
 * @param alone where it stands outside of a class
 * @param inClass where it stands between brackets
 * @param end the index behind it
 */
record GoEscape(String alone, String inClass, int end) {

  private static final Pattern OCTAL = Pattern.compile("0[0-7]{0,2}|[1-7][0-7]{1,2}");
  private static final Pattern HEXADECIMAL =
      Pattern.compile("x(?:\\{([0-9a-fA-F]{1,6})}|([0-9a-fA-F]{2}))");
  private static final Pattern PROPERTY = Pattern.compile("([pP])(?:\\{(\\^?)(\\w+)}|([A-Z]))");
  private static final Pattern CATEGORY =
      Pattern.compile("C[cfos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?");
  private static final String SPACES = "\\t\\n\\f\\r ";
  private static final String NO_SPACES = "\\x00-\\x08\\x0B\\x0E-\\x1F\\x21-\\x{10FFFF}";

  /** Reads what follows a backslash. */
  static GoEscape read(String source, int at) {
    Matcher octal = OCTAL.matcher(source).region(at, source.length());
    if (octal.lookingAt()) {
      return character(Integer.parseInt(octal.group(), 8), octal.end());
    }
    Matcher hexadecimal = HEXADECIMAL.matcher(source).region(at, source.length());
    if (hexadecimal.lookingAt()) {
      String digits = hexadecimal.group(1) == null ? hexadecimal.group(2) : hexadecimal.group(1);
      return character(Integer.parseInt(digits, 16), hexadecimal.end());
    }
    Matcher property = PROPERTY.matcher(source).region(at, source.length());
    return property.lookingAt() ? property(property) : letter(source, at);
  }

  private static GoEscape letter(String source, int at) {
    char c = at < source.length() ? source.charAt(at) : '0';
    return switch (c) {
      case 's' -> new GoEscape("[" + SPACES + "]", SPACES, at + 1);
      case 'S' -> new GoEscape("[^" + SPACES + "]", NO_SPACES, at + 1);
      case 'v' -> character('\u000b', at + 1);
      case 'd', 'D', 'w', 'W', 'a', 'f', 'n', 'r', 't' -> same("\\" + c, at + 1);
      default -> {
        if (c >= 0x80 || Character.isLetterOrDigit(c)) {
          throw new PatternSyntaxException("invalid escape sequence", source, at);
        }
        yield same("\\" + c, at + 1);
      }
    };
  }

  private static GoEscape property(Matcher property) {
    String name = property.group(3) == null ? property.group(4) : property.group(3);
    boolean caret = "^".equals(property.group(2));
    String letter = property.group(1).equals("P") == caret ? "\\p" : "\\P";
    if (CATEGORY.matcher(name).matches()) {
      return same(letter + "{" + name + "}", property.end());
    }
    if (!Character.isUpperCase(name.charAt(0)) || !script(name)) {
      throw new PatternSyntaxException("invalid character class range", name, -1);
    }
    return same(letter + "{Is" + name + "}", property.end());
  }

  private static boolean script(String name) {
    try {
      return UnicodeScript.forName(name).name().equalsIgnoreCase(name);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static GoEscape character(int code, int end) {
    return same("\\x{" + Integer.toHexString(code) + "}", end);
  }

  private static GoEscape same(String java, int end) {
    return new GoEscape(java, java, end);
  }
}
