package com.alexandrite.flags.removal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the elements of a page begin and end; the page itself stays text. */
final class Html {
  private static final Pattern TOKEN =
      Pattern.compile(
          "<!--.*?-->|<(/?)([A-Za-z][\\w:.-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", Pattern.DOTALL);

  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s+([\\w:@.-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'))?");

  private static final Set<String> EMPTY =
      Set.of(
          "area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track",
          "wbr");

  private Html() {}

  /** An attribute with its place; {@code from} is where the space before it begins. */
  record Attribute(String name, String value, int from, int to, int valueFrom, int valueTo) {
    boolean isDynamic() {
      return name.startsWith("th:") || name.startsWith("data-th-");
    }

    boolean is(String word) {
      return name.equals("th:" + word) || name.equals("data-th-" + word);
    }

    Edit removal() {
      return new Edit(from, to, "");
    }
  }

  /**
   * An element.
   *
   * @param innerFrom end of its first tag
   * @param innerTo begin of its last tag; the same as {@code innerFrom} when it has none
   */
  record Element(
      String name, List<Attribute> attributes, int from, int innerFrom, int innerTo, int to) {
    Optional<Attribute> dynamic(String word) {
      return attributes.stream().filter(one -> one.is(word)).findFirst();
    }

    Optional<Attribute> plain(String word) {
      return attributes.stream().filter(one -> one.name().equals(word)).findFirst();
    }

    boolean isCase(String one, String other) {
      return dynamic("case")
          .map(Attribute::value)
          .filter(value -> value.equals(one) || value.equals(other))
          .isPresent();
    }

    Edit removal(String text) {
      return Edit.removal(text, from, to);
    }

    /** Without an attribute; a {@code th:block} that has no other is only its content. */
    List<Edit> without(String text, Attribute attribute) {
      if (!name.equals("th:block") || attributes.size() > 1) {
        return List.of(attribute.removal());
      }
      return List.of(Edit.removal(text, from, innerFrom), Edit.removal(text, innerTo, to));
    }
  }

  /** Every element, in the order of their first tags. */
  static List<Element> elements(String text) {
    List<Element> elements = new ArrayList<>();
    Deque<Element> open = new ArrayDeque<>();
    Matcher tag = TOKEN.matcher(text);
    while (tag.find()) {
      if (tag.group(2) != null && tag.group(1).isEmpty()) {
        begin(open, tag, elements);
        skipScript(tag, text);
      } else if (tag.group(2) != null) {
        close(open, tag, elements);
      }
    }
    elements.addAll(open);
    elements.sort((one, other) -> Integer.compare(one.from(), other.from()));
    return elements;
  }

  private static void begin(Deque<Element> open, Matcher tag, List<Element> elements) {
    Element element = first(tag, tag.group(2));
    boolean isWhole =
        tag.group(3).endsWith("/") || EMPTY.contains(element.name().toLowerCase(Locale.ROOT));
    if (isWhole) {
      elements.add(element);
    } else {
      open.push(element);
    }
  }

  /** What stands in a script or style sheet is no page. */
  private static void skipScript(Matcher tag, String text) {
    boolean isScript = tag.group(2).equals("script") || tag.group(2).equals("style");
    int end = isScript ? text.indexOf("</" + tag.group(2), tag.end()) : -1;
    if (end >= 0) {
      tag.region(end, text.length());
    }
  }

  private static Element first(Matcher tag, String name) {
    List<Attribute> attributes = new ArrayList<>();
    Matcher found = ATTRIBUTE.matcher(tag.group(3));
    int base = tag.start(3);
    while (found.find()) {
      int group = found.group(2) != null ? 2 : 3;
      boolean hasValue = found.group(group) != null;
      attributes.add(
          new Attribute(
              found.group(1),
              hasValue ? found.group(group) : "",
              base + found.start(),
              base + found.end(),
              hasValue ? base + found.start(group) : -1,
              hasValue ? base + found.end(group) : -1));
    }
    return new Element(name, attributes, tag.start(), tag.end(), tag.end(), tag.end());
  }

  /** An end tag ends the nearest open element of its name; those in between have none. */
  private static void close(Deque<Element> open, Matcher tag, List<Element> elements) {
    if (open.stream().noneMatch(element -> element.name().equals(tag.group(2)))) {
      return;
    }
    Element element = open.pop();
    while (!element.name().equals(tag.group(2))) {
      elements.add(element);
      element = open.pop();
    }
    elements.add(
        new Element(
            element.name(),
            element.attributes(),
            element.from(),
            element.innerFrom(),
            tag.start(),
            tag.end()));
  }

  /** The cases of a switch, without those of a switch within it. */
  static List<Element> casesOf(Element choice, List<Element> all) {
    List<Element> within =
        all.stream()
            .filter(one -> one.from() >= choice.innerFrom() && one.to() <= choice.innerTo())
            .toList();
    return within.stream()
        .filter(one -> one.dynamic("case").isPresent())
        .filter(one ->
            within.stream()
                .filter(other -> other.dynamic("switch").isPresent())
                .noneMatch(other -> other.from() < one.from() && one.to() < other.to()))
        .toList();
  }
}
