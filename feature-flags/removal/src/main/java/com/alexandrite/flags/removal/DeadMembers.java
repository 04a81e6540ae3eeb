package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Private methods that nothing calls any more, and private fields that nothing reads any more. */
final class DeadMembers implements DeadCode.Rule {
  private static final Set<String> HARMLESS = Set.of("Nullable", "SuppressWarnings");

  private final Workspace work;
  private final Purity purity;

  DeadMembers(Workspace work, Purity purity) {
    this.work = work;
    this.purity = purity;
  }

  @Override
  public boolean removedOne(JavaUnit unit, Usage usage) {
    Optional<List<Edit>> edits =
        Stream.concat(
                unit.all(MethodDeclaration.class).stream()
                    .filter(method -> isDead(method, usage))
                    .map(method -> List.of(unit.remove(method))),
                unit.all(FieldDeclaration.class).stream()
                    .flatMap(field -> edits(unit, field, usage).stream()))
            .findFirst();
    edits.ifPresent(all -> work.edit(unit.path(), all));
    return edits.isPresent();
  }

  private static boolean isDead(MethodDeclaration method, Usage usage) {
    String name = method.getNameAsString();
    return method.isPrivate() && isPlain(method) && usage.hasFallen(name) && !usage.isUsed(name);
  }

  private Optional<List<Edit>> edits(JavaUnit unit, FieldDeclaration field, Usage usage) {
    VariableDeclarator variable = field.getVariable(0);
    String name = variable.getNameAsString();
    boolean isCandidate =
        field.isPrivate()
            && isPlain(field)
            && field.getVariables().size() == 1
            && usage.hasFallen(name);
    if (!isCandidate
        || isRead(unit, name)
        || !variable.getInitializer().map(purity::isPure).orElse(true)) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>(List.of(unit.remove(field)));
    for (AssignExpr set : assignments(unit, name)) {
      Node statement = set.getParentNode().orElseThrow();
      if (!(statement instanceof ExpressionStmt) || !purity.isPure(set.getValue())) {
        return Optional.empty();
      }
      edits.add(unit.remove(statement));
    }
    return Optional.of(edits);
  }

  private static boolean isRead(JavaUnit unit, String field) {
    boolean byName =
        unit.all(NameExpr.class).stream()
            .filter(use -> use.getNameAsString().equals(field) && !isTarget(use))
            .anyMatch(use -> !isLocal(use));
    return byName
        || unit.all(FieldAccessExpr.class).stream()
            .anyMatch(use -> use.getNameAsString().equals(field) && !isTarget(use));
  }

  private static boolean isLocal(NameExpr use) {
    Node callable = Scopes.callableAround(use);
    return callable.getParentNode().isPresent()
        && Scopes.declarations(callable)
            .anyMatch(declared -> declared.name().equals(use.getNameAsString()));
  }

  /** Whether the name is only written to; {@code n++} as a statement reads nothing. */
  private static boolean isTarget(Node use) {
    Node parent = use.getParentNode().orElseThrow();
    boolean isStatement =
        parent.getParentNode().filter(ExpressionStmt.class::isInstance).isPresent();
    boolean isAssigned = parent instanceof AssignExpr set && Nodes.same(set.getTarget(), use);
    boolean isCounted =
        parent instanceof UnaryExpr unary && unary.getOperator().asString().length() == 2;
    return isStatement && (isAssigned || isCounted);
  }

  private static List<AssignExpr> assignments(JavaUnit unit, String field) {
    return unit.all(AssignExpr.class).stream()
        .filter(set -> isField(set.getTarget(), field))
        .toList();
  }

  private static boolean isField(Expression target, String field) {
    return switch (target) {
      case FieldAccessExpr one ->
          one.getScope().isThisExpr() && one.getNameAsString().equals(field);
      case NameExpr one -> one.getNameAsString().equals(field) && !isLocal(one);
      default -> false;
    };
  }

  static boolean isPlain(NodeWithAnnotations<?> member) {
    return member.getAnnotations().stream()
        .allMatch(one -> HARMLESS.contains(one.getNameAsString()));
  }
}
