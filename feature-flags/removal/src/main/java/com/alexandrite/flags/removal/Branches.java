package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import java.util.List;

/** Puts the chosen branch in the place of the whole statement. */
final class Branches {
  private final JavaUnit unit;

  Branches(JavaUnit unit) {
    this.unit = unit;
  }

  List<Edit> fold(IfStmt branch, Mark mark) {
    return mark.isOn()
        ? List.of(replace(branch, branch.getThenStmt()))
        : branch
            .getElseStmt()
            .map(other -> List.of(replace(branch, other)))
            .orElseGet(() -> drop(branch));
  }

  /** Takes the statement out, with the comment above it. */
  List<Edit> drop(Statement statement) {
    Node parent = statement.getParentNode().orElseThrow();
    if (isList(parent)) {
      return List.of(unit.remove(statement));
    }
    if (parent instanceof IfStmt outer && isElse(outer, statement)) {
      return List.of(new Edit(unit.end(outer.getThenStmt()), unit.end(statement), ""));
    }
    return List.of(unit.replace(statement, "{}"));
  }

  Edit replace(Statement old, Statement with) {
    if (!isList(old.getParentNode().orElseThrow()) || !(with instanceof BlockStmt block)) {
      return unit.replace(old, unit.text(with));
    }
    if (block.isEmpty() && block.getOrphanComments().isEmpty()) {
      return drop(old).getFirst();
    }
    return namesAreFree(block, old) ? spliced(old, block) : unit.replace(old, unit.text(block));
  }

  /** The block's lines, moved to where the statement begins. */
  private Edit spliced(Statement old, BlockStmt block) {
    String inner = unit.text().substring(unit.start(block) + 1, unit.end(block) - 1);
    int wanted = Edit.indent(unit.text(), unit.start(old));
    String lines = Indentation.at(wanted, inner.strip().equals(inner) ? inner : trimmed(inner));
    return unit.replace(old, lines.strip());
  }

  private static String trimmed(String inner) {
    String withoutFirst = inner.startsWith("\n") ? inner.substring(1) : inner;
    return withoutFirst.stripTrailing();
  }

  /** Whether the block's own variables would meet others of their name outside of it. */
  private static boolean namesAreFree(BlockStmt block, Statement old) {
    List<String> own = Scopes.declaredIn(block.getStatements());
    Node method = Scopes.callableAround(old);
    return Scopes.declarations(method)
        .filter(other -> !Nodes.isIn(other.node(), old))
        .noneMatch(other -> own.contains(other.name()));
  }

  static boolean isList(Node parent) {
    return parent instanceof BlockStmt || parent instanceof SwitchEntry;
  }

  /** The statements among which this one stands; empty when it stands alone. */
  static List<Statement> siblings(Statement statement) {
    return switch (statement.getParentNode().orElse(null)) {
      case BlockStmt block -> block.getStatements();
      case SwitchEntry entry -> entry.getStatements();
      case null, default -> List.of();
    };
  }

  private static boolean isElse(IfStmt outer, Statement statement) {
    return outer.getElseStmt().filter(other -> Nodes.same(other, statement)).isPresent();
  }
}
