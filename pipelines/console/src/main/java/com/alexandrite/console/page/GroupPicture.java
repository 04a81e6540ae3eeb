package com.alexandrite.console.page;

import com.alexandrite.console.view.GroupView;
import com.alexandrite.console.view.GroupView.Member;
import com.alexandrite.console.view.GroupView.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order of a group's members as a picture: each in a column behind those that it waits for, and
 * a line from each of these to it. Places are shares of the whole, in percent.
 */
final class GroupPicture {
  private static final double ALL = 100;

  private final Map<String, Member> members = new HashMap<>();
  private final Map<String, Part> parts = new HashMap<>();
  private final List<List<Node>> levels = new ArrayList<>();
  private final Map<String, Node> nodes = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();

  /** Draws the release of the group, or the group if it was never released. */
  GroupPicture(GroupView group) {
    GroupView.Release release = group.release();
    List<Member> drawn = release == null ? group.members() : release.plan();
    if (release != null) {
      release.members().forEach(part -> parts.put(part.rollout(), part));
    }
    drawn.forEach(this::place);
    drawn.forEach(this::draw);
  }

  /**
   * One member.
   *
   * @param part what became of it; null if the group was never released
   * @param level its column, from 0
   * @param index its place in the column, from 0
   */
  record Node(Member member, @Nullable Part part, int level, int index) {}

  /**
   * From one member to another that waits for it.
   *
   * @param path as SVG has it, in a box of 100 by 100
   * @param state passed, waiting or back
   */
  record Line(String path, String state) {}

  /** The columns from left to right. */
  public List<List<Node>> levels() {
    return levels;
  }

  /** The lines between them. */
  public List<Line> lines() {
    return lines;
  }

  private void place(Member member) {
    int level =
        member.after().stream()
            .map(nodes::get)
            .filter(Objects::nonNull)
            .mapToInt(before -> before.level() + 1)
            .max()
            .orElse(0);
    if (level == levels.size()) {
      levels.add(new ArrayList<>());
    }
    List<Node> column = levels.get(level);
    Node node = new Node(member, parts.get(member.rollout()), level, column.size());
    column.add(node);
    nodes.put(member.rollout(), node);
    members.put(member.rollout(), member);
  }

  private void draw(Member member) {
    for (String before : member.after()) {
      if (!implied(before, member)) {
        lines.add(line(node(before), node(member.rollout())));
      }
    }
  }

  /** Whether another of those that the member waits for waits for this one already. */
  private boolean implied(String before, Member member) {
    return member.after().stream()
        .filter(other -> !other.equals(before))
        .anyMatch(other -> ancestors(other, new HashSet<>()).contains(before));
  }

  private Set<String> ancestors(String rollout, Set<String> found) {
    for (String before : Objects.requireNonNull(members.get(rollout)).after()) {
      if (found.add(before)) {
        ancestors(before, found);
      }
    }
    return found;
  }

  private Node node(String rollout) {
    return Objects.requireNonNull(nodes.get(rollout));
  }

  /** Level out of the one, down or up in the gap between the columns, and level into the other. */
  private Line line(Node from, Node to) {
    double column = ALL / levels.size();
    double gap = to.level() * column;
    double bend = column / 18;
    String path =
        String.format(
            Locale.ROOT,
            "M%.2f %.2f H%.2f C%.2f %.2f %.2f %.2f %.2f %.2f H%.2f",
            (from.level() + 0.5) * column,
            y(from),
            gap - bend,
            gap,
            y(from),
            gap,
            y(to),
            gap + bend,
            y(to),
            (to.level() + 0.5) * column);
    return new Line(path, state(to));
  }

  private double y(Node node) {
    return (node.index() + 0.5) * ALL / levels.get(node.level()).size();
  }

  private static String state(Node to) {
    Part part = to.part();
    if (part == null) {
      return "waiting";
    }
    return switch (part.stage()) {
      case "ORDERED", "RUNNING", "PROMOTED" -> "passed";
      case "ABORTED", "UNDOING", "UNDONE", "LEFT" -> "back";
      default -> "waiting";
    };
  }
}
