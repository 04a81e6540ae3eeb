package com.alexandrite.rollouts.local.haproxy;

import com.alexandrite.rollouts.engine.model.HeaderRoute;
import com.alexandrite.rollouts.engine.model.HeaderRoute.HeaderMatch;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A header route as one regular expression over {@code site|name: value\r\nname: value\r\n}, which
 * is what the edge compares with its map. There are no white space and no {@code #} in it, since a
 * map file gives them a meaning.
 */
final class HeaderPattern {

  private static final String WITHIN_LINE = "(?![\\r\\n])";
  private static final String NOT_END = "[^\\r\\n]";

  /** Escapes that would match the end of a line, and so reach into the next header. */
  private static final String LINE_CROSSING = "WDsHNRvVXC";

  private HeaderPattern() {}

  /** The site's requests whose headers match all of the route. */
  static String of(String site, HeaderRoute route) {
    return "^"
        + literal(site)
        + "\\|"
        + route.match().stream().map(HeaderPattern::lookahead).collect(Collectors.joining());
  }

  /** Some line has this name, and its value matches as a whole. */
  private static String lookahead(HeaderMatch match) {
    String name = literal(match.header().toLowerCase(Locale.ROOT));
    return "(?=(?:[\\s\\S]*?\\n)?" + name + ":\\x20(?:" + value(match) + ")\\r\\n)";
  }

  private static String value(HeaderMatch match) {
    return switch (match.kind()) {
      case EXACT -> literal(match.value());
      case PREFIX -> literal(match.value()) + NOT_END + "*";
      case REGEX -> withinLine(match.value());
    };
  }

  private static String literal(String text) {
    StringBuilder pattern = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b == '-' || b == '_' || (b > 0 && Character.isLetterOrDigit(b));
      pattern.append(plain ? Character.toString(b) : hex(b));
    }
    return pattern.toString();
  }

  private static String hex(byte b) {
    return "\\x" + HexFormat.of().toHexDigits(b);
  }

  /** The expression so that no part of it leaves the header's line. */
  private static String withinLine(String regex) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < regex.length(); ) {
      int end = endOfAtom(regex, i);
      pattern.append(atom(regex.substring(i, end)));
      i = end;
    }
    return pattern.toString();
  }

  private static String atom(String atom) {
    return switch (atom.charAt(0)) {
      case '.' -> NOT_END;
      // The whole value is matched anyway.
      case '^' -> "(?<=:\\x20)";
      case '$' -> "(?=\\r\\n)";
      case '[' -> "(?:" + WITHIN_LINE + spaceless(atom) + ")";
      case '\\' ->
          atom.length() > 1 && LINE_CROSSING.indexOf(atom.charAt(1)) >= 0
              ? "(?:" + WITHIN_LINE + atom + ")"
              : spaceless(atom);
      default -> spaceless(atom);
    };
  }

  private static int endOfAtom(String regex, int start) {
    if (regex.charAt(start) == '\\') {
      return Math.min(start + 2, regex.length());
    }
    if (regex.charAt(start) != '[') {
      return start + Character.charCount(regex.codePointAt(start));
    }
    int at = start + 1;
    at += at < regex.length() && regex.charAt(at) == '^' ? 1 : 0;
    // A bracket in the first place is a member, not the end.
    at += at < regex.length() && regex.charAt(at) == ']' ? 1 : 0;
    while (at < regex.length() && regex.charAt(at) != ']') {
      at = afterMember(regex, at);
    }
    return Math.min(at + 1, regex.length());
  }

  /** Within brackets a named class such as {@code [:alpha:]} has brackets of its own. */
  private static int afterMember(String regex, int at) {
    int named = regex.startsWith("[:", at) ? regex.indexOf(":]", at) : -1;
    if (named >= 0) {
      return named + 2;
    }
    return at + (regex.charAt(at) == '\\' ? 2 : 1);
  }

  private static String spaceless(String atom) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < atom.length(); i++) {
      boolean escaped = atom.charAt(i) == '\\' && i + 1 < atom.length();
      char c = atom.charAt(escaped ? ++i : i);
      if (Character.isWhitespace(c) || c == '#') {
        pattern.append(hex((byte) c));
      } else {
        pattern.append(escaped ? "\\" : "").append(c);
      }
    }
    return pattern.toString();
  }
}
