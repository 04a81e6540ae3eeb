package com.alexandrite.flags.removal;

import org.jspecify.annotations.Nullable;

/**
 * A Thymeleaf expression after one name in it has become a constant.
 *
 * @param text what is left of it
 * @param constant its value when it is known; then the text says the same
 * @param isNothing whether it is a condition without its other branch that never holds
 */
record TemplateExpression(String text, @Nullable Object constant, boolean isNothing) {
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

  boolean mentions(String name) {
    return JavaText.mentions(text.replaceAll("'[^']*'", "''"), name);
  }
}
