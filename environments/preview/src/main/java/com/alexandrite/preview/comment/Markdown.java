package com.alexandrite.preview.comment;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pieces of GitHub's and GitLab's Markdown. What somebody else wrote stays text: it ends no table
 * cell and no code block, is no HTML, links nowhere and calls nobody.
 */
final class Markdown {
  /** Colour codes of terminals, and characters that show nothing or turn the reading direction. */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "\\x1B\\[[0-9;?]*[ -/]*[@-~]|[\\p{Cntrl}&&[^\\n\\t]]|[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

  /** Signs that make a name, label or number after them a reference on one of the two. */
  private static final Pattern REFERENCE = Pattern.compile("([@#!~%$&^])(?=[^\\s@#!~%$&^])");

  /** Invisible and without width: after it, a reference is none. */
  private static final String JOINER = "\u2060";

  private static final String PLAIN = ".,/-'()=+?;\" ";
  private static final int LONGEST_LINE = 300;

  private Markdown() {}

  /** Words in a line or table cell. */
  static String text(String words) {
    String line = INVISIBLE.matcher(words).replaceAll("").replaceAll("\\s+", " ").strip();
    String escaped =
        cut(REFERENCE.matcher(line).replaceAll("$1" + JOINER))
            .codePoints()
            .mapToObj(Markdown::character)
            .collect(Collectors.joining());
    // At the beginning of a line, a dash begins a list and a slash is a command to GitLab.
    boolean sign = !escaped.isEmpty() && PLAIN.indexOf(escaped.charAt(0)) >= 0;
    return sign ? entity(escaped.charAt(0)) + escaped.substring(1) : escaped;
  }

  /** A name in a line or table cell. */
  static String code(String name) {
    return "<code>" + text(name) + "</code>";
  }

  /** A link, or only its words when the address is not one of the web. */
  static String link(String words, String address) {
    String shown = address(address);
    return shown.startsWith("<") ? "[" + text(words) + "](" + shown + ")" : text(words);
  }

  /** An address as a link to itself, or only as text when it is not one of the web. */
  static String address(String address) {
    try {
      URI uri = URI.create(address);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web ? "<" + uri.toASCIIString() + ">" : text(address);
    } catch (IllegalArgumentException _) {
      return text(address);
    }
  }

  /** The last lines of a text in a block that no line of it can end. */
  static String block(String language, String lines, int most) {
    List<String> all = INVISIBLE.matcher(lines).replaceAll("").lines().toList();
    String shown =
        all.stream()
            .skip(Math.max(0, all.size() - most))
            .map(Markdown::cut)
            .collect(Collectors.joining("\n"));
    int run = 3;
    while (shown.contains("`".repeat(run))) {
      run++;
    }
    String fence = "`".repeat(run);
    return fence + language + "\n" + shown + "\n" + fence;
  }

  /** Rows of cells that are Markdown already. */
  static String table(List<String> head, List<List<String>> rows) {
    String line =
        IntStream.range(0, head.size()).mapToObj(_ -> "---").collect(Collectors.joining("|"));
    return row(head)
        + "\n|"
        + line
        + "|\n"
        + rows.stream().map(Markdown::row).collect(Collectors.joining("\n"));
  }

  /** Something that is read only by those who open it. */
  static String details(String summary, String content) {
    return "<details>\n<summary>" + summary + "</summary>\n\n" + content + "\n\n</details>";
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String cut(String line) {
    return line.length() <= LONGEST_LINE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE / 2)) + " …";
  }

  /** An entity is never a sign of Markdown. */
  private static String character(int point) {
    boolean plain = point > 127 || Character.isLetterOrDigit(point) || PLAIN.indexOf(point) >= 0;
    return plain ? Character.toString(point) : entity(point);
  }

  private static String entity(int point) {
    return "&#" + point + ";";
  }
}
