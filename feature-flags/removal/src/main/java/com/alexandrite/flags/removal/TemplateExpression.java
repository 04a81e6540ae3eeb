package com.alexandrite.flags.removal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Thymeleaf expression after one name in it has become a constant.
 *
 * @param text what is left of it
 * @param constant its value when it is known; then the text says the same
 * @param isNothing whether it is a condition without its other branch that never holds
 */
record TemplateExpression(String text, @Nullable Object constant, boolean isNothing) {
  private static final Pattern OTHER_NAMES =
      Pattern.compile("'[^']*'|#\\{[\\w.-]+|@\\{[^(}]*|~\\{[\\w/. -]*::\\s*[\\w-]+|\\.\\s*[\\w$]+");

  static final TemplateExpression NOTHING = new TemplateExpression("", null, true);

  static TemplateExpression open(String text) {
    return new TemplateExpression(text, null, false);
  }

  static TemplateExpression known(Object value) {
    String text = value instanceof Boolean ? value.toString() : "'" + value + "'";
    return new TemplateExpression(text, value, false);
  }

  /** The expression with the name's value in it; everything else keeps its characters. */
  static TemplateExpression fold(String expression, String name, Object value) {
    return new TemplateFolding(expression, name, value).whole();
  }

  /**
   * This {@code and} or {@code or} the right side.
   *
   * @param decides which truth of one side is the whole: true for {@code or}
   */
  TemplateExpression joined(String operator, TemplateExpression right, boolean decides) {
    if (constant instanceof Boolean truth) {
      return truth == decides ? this : right;
    }
    if (right.constant instanceof Boolean truth) {
      return truth == decides ? right : this;
    }
    return open(text + operator + right.text);
  }

  boolean mentions(String name) {
    return mentions(text, name);
  }

  /** Whether the name itself stands there: not in a text, a key, a path, or after a dot. */
  static boolean mentions(String expression, String name) {
    String names = OTHER_NAMES.matcher(expression).replaceAll(" ");
    return JavaText.mentions(names, name);
  }
}
