package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.SwitchStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the mark in the place of a local variable that holds nothing but the flag's answer. */
final class Locals {
  private final JavaUnit unit;
  private final FinishedFlag flag;

  Locals(JavaUnit unit, FinishedFlag flag) {
    this.unit = unit;
    this.flag = flag;
  }

  Optional<List<Edit>> fold(VariableDeclarator variable, Mark mark) {
    Optional<ExpressionStmt> statement = statement(variable);
    if (statement.isEmpty() || !isConstant(variable, statement.get())) {
      return Optional.empty();
    }
    String name = variable.getNameAsString();
    List<NameExpr> uses = Scopes.uses(block(statement.get()), name);
    List<NameExpr> folding = uses.stream().filter(use -> folds(use, mark)).toList();
    boolean all = !mark.isText() || folding.size() == uses.size() || uses.size() == 1;
    return all ? inlined(statement.get(), uses, mark) : some(folding, mark);
  }

  private Optional<List<Edit>> inlined(ExpressionStmt statement, List<NameExpr> uses, Mark mark) {
    List<Edit> edits = replaced(uses, mark);
    edits.add(unit.remove(statement));
    return Optional.of(edits);
  }

  private Optional<List<Edit>> some(List<NameExpr> folding, Mark mark) {
    return folding.isEmpty() ? Optional.empty() : Optional.of(replaced(folding, mark));
  }

  private List<Edit> replaced(List<NameExpr> uses, Mark mark) {
    List<Edit> edits = new ArrayList<>();
    uses.forEach(use -> edits.add(unit.replace(use, mark.toString())));
    return edits;
  }

  /** The declaration's statement, when it stands among others and declares this variable only. */
  private static Optional<ExpressionStmt> statement(VariableDeclarator variable) {
    return variable
        .getParentNode()
        .filter(
            node -> node instanceof VariableDeclarationExpr one && one.getVariables().size() == 1)
        .flatMap(Node::getParentNode)
        .filter(ExpressionStmt.class::isInstance)
        .map(ExpressionStmt.class::cast)
        .filter(statement -> !Branches.siblings(statement).isEmpty());
  }

  private static boolean isConstant(VariableDeclarator variable, ExpressionStmt statement) {
    String name = variable.getNameAsString();
    Node block = block(statement);
    boolean isOnly =
        Scopes.declarations(block)
            .noneMatch(other -> !Nodes.same(other.node(), variable) && other.name().equals(name));
    return isOnly && !Scopes.isAssigned(block, name);
  }

  private static Node block(ExpressionStmt statement) {
    return statement.getParentNode().orElseThrow();
  }

  /** Whether the code around a use of a text can be folded. */
  private boolean folds(NameExpr use, Mark mark) {
    return switch (use.getParentNode().orElse(null)) {
      case SwitchStmt choice -> Nodes.same(choice.getSelector(), use);
      case SwitchExpr choice -> Nodes.same(choice.getSelector(), use);
      case MethodCallExpr call -> new Answers(unit, flag).fold(call, use, mark).isPresent();
      case BinaryExpr compared ->
          compared.getRight().isLiteralExpr() != compared.getLeft().isLiteralExpr()
              && Answers.sameNumber(flag.literal(), unit.text(other(compared, use))).isPresent();
      case null, default -> false;
    };
  }

  private static Node other(BinaryExpr compared, NameExpr use) {
    return Nodes.same(compared.getLeft(), use) ? compared.getRight() : compared.getLeft();
  }
}
