package com.alexandrite.rollouts.engine.web;

import com.alexandrite.rollouts.engine.web.PathSteps.Nowhere;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the parts of a template in turn, {@code {range}…{end}} over each of its elements. */
final class PathSearch {

  private final List<PathNode> nodes;
  private int open;
  private boolean begins;
  private boolean ends;
  private int lastEnd;

  PathSearch(List<PathNode> nodes) {
    this.nodes = nodes;
  }

  List<List<@Nullable Object>> find(@Nullable Object document) throws Nowhere {
    return find(document, 0);
  }

  private List<List<@Nullable Object>> find(@Nullable Object document, int from) throws Nowhere {
    List<@Nullable Object> input = new ArrayList<>();
    input.add(document);
    List<List<@Nullable Object>> all = new ArrayList<>();
    for (int i = from; i < nodes.size(); i++) {
      List<@Nullable Object> results = part(input, nodes.get(i));
      if (ends) {
        ends = false;
        lastEnd = i;
        break;
      }
      if (begins) {
        begins = false;
        all.addAll(each(results, i + 1));
        i = Math.max(i, lastEnd);
      } else {
        all.add(results);
      }
    }
    return all;
  }

  private List<List<@Nullable Object>> each(List<@Nullable Object> elements, int from)
      throws Nowhere {
    open++;
    List<List<@Nullable Object>> all = new ArrayList<>();
    for (Object element : elements) {
      all.addAll(find(element, from));
    }
    if (elements.isEmpty()) {
      // Only to find the end; what the parts in between say of nothing is no result.
      find(null, from);
    }
    open--;
    return all;
  }

  private List<@Nullable Object> part(List<@Nullable Object> input, PathNode node) throws Nowhere {
    if (!(node instanceof PathNode.Steps steps)) {
      return PathSteps.apply(input, node);
    }
    List<@Nullable Object> values = input;
    for (PathNode step : steps.nodes()) {
      values =
          step instanceof PathNode.Word(String name)
              ? word(values, name)
              : PathSteps.apply(values, step);
    }
    return values;
  }

  private List<@Nullable Object> word(List<@Nullable Object> values, String name) throws Nowhere {
    if (name.equals("range")) {
      begins = true;
      return values;
    }
    if (name.equals("end") && open > 0) {
      ends = true;
      return new ArrayList<>();
    }
    throw new Nowhere(
        name.equals("end") ? "not in range, nothing to end" : "unrecognized identifier " + name,
        values);
  }
}
