package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds statements that nothing leads to any more; Java does not compile them. */
final class Reachability {
  private Reachability() {}

  /** Removes the first stretch of unreachable statements; empty when there is none. */
  static Optional<Edit> removal(JavaUnit unit) {
    return Stream.concat(
            unit.all(BlockStmt.class).stream().map(BlockStmt::getStatements),
            unit.all(SwitchEntry.class).stream().map(SwitchEntry::getStatements))
        .flatMap(statements -> removal(unit, statements).stream())
        .findFirst();
  }

  private static Optional<Edit> removal(JavaUnit unit, List<Statement> statements) {
    for (int at = 0; at < statements.size() - 1; at++) {
      if (!completes(statements.get(at))) {
        int from = unit.startWithComment(statements.get(at + 1));
        int to = unit.end(statements.getLast());
        return Optional.of(Edit.removal(unit.text(), from, to));
      }
    }
    return Optional.empty();
  }

  /** Whether what follows can be reached; true when it is not certain. */
  static boolean completes(Statement statement) {
    return switch (statement) {
      case ReturnStmt _, ThrowStmt _, BreakStmt _, ContinueStmt _, YieldStmt _ -> false;
      case BlockStmt block -> block.getStatements().stream().allMatch(Reachability::completes);
      case IfStmt choice -> completes(choice);
      case SynchronizedStmt one -> completes(one.getBody());
      case LabeledStmt label -> breaks(label) || completes(label.getStatement());
      case WhileStmt loop -> breaks(loop) || !isTrue(loop.getCondition());
      case ForStmt loop -> breaks(loop) || loop.getCompare().filter(c -> !isTrue(c)).isPresent();
      case TryStmt attempt -> completes(attempt);
      case SwitchStmt choice -> completes(choice);
      default -> true;
    };
  }

  private static boolean completes(IfStmt choice) {
    return completes(choice.getThenStmt())
        || choice.getElseStmt().map(Reachability::completes).orElse(true);
  }

  private static boolean completes(TryStmt attempt) {
    boolean body =
        completes(attempt.getTryBlock())
            || attempt.getCatchClauses().stream().anyMatch(caught -> completes(caught.getBody()));
    return body && attempt.getFinallyBlock().map(Reachability::completes).orElse(true);
  }

  private static boolean completes(SwitchStmt choice) {
    boolean hasDefault = choice.getEntries().stream().anyMatch(SwitchEntry::isDefault);
    return !hasDefault
        || breaks(choice)
        || choice.getEntries().stream()
            .map(entry -> List.<Statement>copyOf(entry.getStatements()))
            .anyMatch(body -> body.isEmpty() || completes(body.getLast()));
  }

  private static boolean breaks(Node statement) {
    return statement.findFirst(BreakStmt.class).isPresent();
  }

  private static boolean isTrue(Expression condition) {
    return condition instanceof BooleanLiteralExpr literal && literal.getValue();
  }
}
