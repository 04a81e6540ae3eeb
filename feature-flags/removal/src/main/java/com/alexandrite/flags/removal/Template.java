package com.alexandrite.flags.removal;

import com.alexandrite.flags.removal.Html.Attribute;
import com.alexandrite.flags.removal.Html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One Thymeleaf page in which a model attribute has become a constant. */
final class Template {
  private static final Pattern INLINED = Pattern.compile("\\[[\\[(].*?[\\])]]", Pattern.DOTALL);

  private final Workspace work;
  private final String path;
  private final String name;
  private final Object value;

  Template(Workspace work, String path, String name, Object value) {
    this.work = work;
    this.path = path;
    this.name = name;
    this.value = value;
  }

  void fold() {
    boolean goesOn = true;
    while (goesOn) {
      String text = work.text(path);
      Optional<List<Edit>> edits =
          Html.elements(text).stream()
              .flatMap(
                  element -> element.attributes().stream().map(one -> step(text, element, one)))
              .flatMap(Optional::stream)
              .findFirst();
      edits.ifPresent(all -> work.edit(path, all));
      goesOn = edits.isPresent();
    }
    if (TemplateExpression.mentions(inlined(work.text(path)), name)) {
      refuse("[[", "`" + name + "` is used in the text of the page.");
    }
  }

  private Optional<List<Edit>> step(String text, Element element, Attribute attribute) {
    if (!attribute.isDynamic() || !TemplateExpression.mentions(attribute.value(), name)) {
      return Optional.empty();
    }
    if (attribute.is("switch") && ("${" + name + "}").equals(attribute.value())) {
      return Optional.of(chosenCase(text, element, attribute));
    }
    TemplateExpression folded = TemplateExpression.fold(attribute.value(), name, value);
    if (attribute.is("if") || attribute.is("unless")) {
      return condition(text, element, attribute, folded);
    }
    return plain(element, attribute, folded);
  }

  private Optional<List<Edit>> condition(
      String text, Element element, Attribute attribute, TemplateExpression folded) {
    if (folded.constant() instanceof Boolean truth) {
      boolean stays = attribute.is("if") == truth;
      return Optional.of(stays ? element.without(text, attribute) : List.of(element.removal(text)));
    }
    return rewritten(attribute, folded);
  }

  private Optional<List<Edit>> plain(
      Element element, Attribute attribute, TemplateExpression folded) {
    if (folded.isNothing()) {
      return Optional.of(List.of(attribute.removal()));
    }
    Optional<Attribute> classes = element.plain("class");
    if (attribute.is("classappend") && folded.constant() != null && classes.isPresent()) {
      int end = classes.get().valueTo();
      return Optional.of(List.of(new Edit(end, end, " " + folded.constant()), attribute.removal()));
    }
    return rewritten(attribute, folded);
  }

  private Optional<List<Edit>> rewritten(Attribute attribute, TemplateExpression folded) {
    if (folded.constant() instanceof Boolean || folded.mentions(name)) {
      refuse(
          attribute.value(), "`" + attribute.value() + "` does more than decide by " + name + ".");
      return Optional.empty();
    }
    return Optional.of(
        List.of(new Edit(attribute.valueFrom(), attribute.valueTo(), folded.text())));
  }

  private List<Edit> chosenCase(String text, Element element, Attribute choice) {
    List<Edit> edits = new ArrayList<>(element.without(text, choice));
    List<Element> cases = Html.casesOf(element, Html.elements(text));
    Optional<Element> chosen =
        cases.stream()
            .filter(one -> one.isCase("'" + value + "'", String.valueOf(value)))
            .findFirst()
            .or(() -> cases.stream().filter(one -> one.isCase("*", "*")).findFirst());
    for (Element one : cases) {
      if (chosen.filter(one::equals).isPresent()) {
        edits.addAll(one.without(text, one.dynamic("case").orElseThrow()));
      } else {
        edits.add(one.removal(text));
      }
    }
    return edits;
  }

  /** All that stands in {@code [[…]]} and {@code [(…)]}. */
  private static String inlined(String text) {
    return INLINED.matcher(text).results().map(MatchResult::group).collect(Collectors.joining(" "));
  }

  /** Tells the line of the file as it was. */
  private void refuse(String where, String what) {
    String before = work.textBefore(path);
    int at = Math.max(0, before.indexOf(where));
    int line = (int) before.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    work.obstacle(path, line, what, "Decide in the code, or with th:if alone.");
  }
}
