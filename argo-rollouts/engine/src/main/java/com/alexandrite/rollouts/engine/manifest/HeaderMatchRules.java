package com.alexandrite.rollouts.engine.manifest;

import com.alexandrite.rollouts.engine.model.HeaderRoute.Kind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks one header of a header route: a name and exactly one way to compare. */
final class HeaderMatchRules {

  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final List<String> WAYS =
      Stream.of(Kind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();

  private HeaderMatchRules() {}

  static @Nullable Object check(Fields match) {
    String name = match.required("headerName");
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      match.problem("headerName", "is no header's name", "Write letters, digits and dashes");
    }
    value(match.child("headerValue"), match);
    match.end();
    return null;
  }

  private static void value(Fields value, Fields match) {
    if (WAYS.stream().filter(way -> !value.text(way).isEmpty()).count() != 1) {
      match.problem("headerValue", "must say one thing", "Write exact, prefix or regex");
    }
    try {
      Pattern.compile(value.text("regex"));
    } catch (PatternSyntaxException e) {
      value.problem("regex", "is no regular expression", "Correct it: " + e.getDescription());
    }
    if (value.text("regex").contains("\\Q")) {
      value.problem("regex", "must not quote with \\Q", "Put a backslash before each character");
    }
    value.end();
  }
}
