package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Folds a switch on the flag's variant to the case that stays. */
final class Switches {
  private final JavaUnit unit;
  private final FinishedFlag flag;

  Switches(JavaUnit unit, FinishedFlag flag) {
    this.unit = unit;
    this.flag = flag;
  }

  Optional<List<Edit>> fold(SwitchExpr choice, Mark mark) {
    return chosen(choice.getEntries(), mark)
        .map(index -> choice.getEntries().get(index))
        .flatMap(Switches::told)
        .map(told -> List.of(Expressions.replace(unit, choice, told)));
  }

  Optional<List<Edit>> fold(SwitchStmt choice, Mark mark) {
    Branches branches = new Branches(unit);
    Optional<Integer> chosen = chosen(choice.getEntries(), mark);
    if (chosen.isEmpty()) {
      return Optional.of(branches.drop(choice));
    }
    SwitchEntry entry = choice.getEntries().get(chosen.get());
    if (entry.getType() != SwitchEntry.Type.STATEMENT_GROUP) {
      return Optional.of(List.of(branches.replace(choice, entry.getStatement(0))));
    }
    return run(choice.getEntries(), chosen.get()).map(statements -> lines(choice, statements));
  }

  private Optional<Integer> chosen(List<SwitchEntry> entries, Mark mark) {
    Optional<Integer> other = Optional.empty();
    for (int at = 0; at < entries.size(); at++) {
      if (entries.get(at).getLabels().stream().anyMatch(label -> isKept(label, mark))) {
        return Optional.of(at);
      }
      other = entries.get(at).isDefault() ? Optional.of(at) : other;
    }
    return other;
  }

  private boolean isKept(Expression label, Mark mark) {
    return Answers.constant(label).map(Answers.text(flag, mark)::equals).orElse(false)
        || Answers.sameNumber(flag.literal(), unit.text(label)).orElse(false);
  }

  /** What the case yields; empty when it does more than that. */
  private static Optional<Expression> told(SwitchEntry entry) {
    if (entry.getType() == SwitchEntry.Type.EXPRESSION) {
      return Optional.of(((ExpressionStmt) entry.getStatement(0)).getExpression());
    }
    List<Statement> body =
        entry.getType() == SwitchEntry.Type.BLOCK
                && entry.getStatement(0) instanceof BlockStmt block
            ? block.getStatements()
            : entry.getStatements();
    return body.size() == 1 && body.getFirst() instanceof YieldStmt yield
        ? Optional.of(yield.getExpression())
        : Optional.empty();
  }

  /** The statements from the case to its break; empty when a break hides among them. */
  private static Optional<List<Statement>> run(List<SwitchEntry> entries, int chosen) {
    List<Statement> run = new ArrayList<>();
    for (SwitchEntry entry : entries.subList(chosen, entries.size())) {
      for (Statement statement : entry.getStatements()) {
        if (statement instanceof BreakStmt) {
          return Optional.of(run);
        }
        if (statement.findFirst(BreakStmt.class).isPresent()) {
          return Optional.empty();
        }
        run.add(statement);
        if (!Reachability.completes(statement)) {
          return Optional.of(run);
        }
      }
    }
    return Optional.of(run);
  }

  private List<Edit> lines(SwitchStmt choice, List<Statement> statements) {
    if (statements.isEmpty()) {
      return new Branches(unit).drop(choice);
    }
    int column = Edit.indent(unit.text(), unit.start(choice));
    List<String> lines = new ArrayList<>();
    for (Statement statement : statements) {
      int start = unit.startWithComment(statement);
      int from = Edit.lineStart(unit.text(), start);
      boolean firstOnLine = unit.text().substring(from, start).isBlank();
      String text = unit.text().substring(firstOnLine ? from : start, unit.end(statement));
      lines.add(firstOnLine ? Indentation.at(column, text) : " ".repeat(column) + text);
    }
    String text = String.join("\n", lines).strip();
    boolean alone = !Branches.isList(parent(choice));
    return List.of(unit.replace(choice, alone ? "{ " + text + " }" : text));
  }

  private static Node parent(Node node) {
    return node.getParentNode().orElseThrow();
  }
}
