package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import java.util.List;

/** Takes one out of a list with commas. */
final class Lists {
  private Lists() {}

  static Edit without(JavaUnit unit, List<? extends Node> list, int at) {
    int from = unit.start(list.get(at));
    int to = unit.end(list.get(at));
    if (at + 1 < list.size()) {
      return new Edit(from, unit.start(list.get(at + 1)), "");
    }
    return new Edit(at > 0 ? unit.end(list.get(at - 1)) : from, to, "");
  }
}
