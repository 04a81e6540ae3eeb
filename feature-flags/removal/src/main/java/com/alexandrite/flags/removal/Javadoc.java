package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the line about a parameter out of a comment. */
final class Javadoc {
  private Javadoc() {}

  static List<Edit> without(JavaUnit unit, Node documented, String parameter) {
    int from = unit.startWithComment(documented);
    String comment = unit.text().substring(from, unit.start(documented));
    Matcher tag =
        Pattern.compile(
                "\\n *\\* *@param +" + Pattern.quote(parameter) + "\\b.*?(?=\\n *\\* *@|\\n *\\*/)",
                Pattern.DOTALL)
            .matcher(comment);
    return tag.find() ? List.of(new Edit(from + tag.start(), from + tag.end(), "")) : List.of();
  }
}
