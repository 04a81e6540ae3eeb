package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Folds the templates of a module over a model attribute that is always the flag's answer. */
final class Pages {
  private static final Set<String> SETTERS = Set.of("addAttribute", "addObject", "put");

  private final Workspace work;

  Pages(Workspace work) {
    this.work = work;
  }

  /** An attribute of the model and the code that sets it. */
  private record Attribute(String name, Node setter) {}

  /** Folds one attribute; false when there is none. */
  boolean step() {
    for (String path : work.javaMentioning("flag$")) {
      JavaUnit unit = work.unit(path).orElse(null);
      if (unit != null && Mark.all(unit).stream().anyMatch(place -> folded(unit, place))) {
        return true;
      }
    }
    return false;
  }

  private boolean folded(JavaUnit unit, NameExpr place) {
    Mark mark = Mark.in(place).orElseThrow();
    Optional<Attribute> attribute =
        mark.kind() == Mark.Kind.DECISION ? Optional.empty() : attribute(place);
    if (attribute.isEmpty() || isSetOtherwise(unit.path(), attribute.get().name(), mark)) {
      return false;
    }
    Object value = mark.isBoolean() ? mark.isOn() : Answers.text(work.flag(), mark);
    foldTemplates(unit.path(), attribute.get().name(), value);
    work.edit(unit.path(), List.of(without(unit, attribute.get().setter())));
    return true;
  }

  private static Optional<Attribute> attribute(NameExpr place) {
    return switch (place.getParentNode().orElse(null)) {
      case MethodCallExpr call when isSetter(call) && Nodes.same(call.getArgument(1), place) ->
          Answers.constant(call.getArgument(0)).map(name -> new Attribute(name, call));
      case ReturnStmt told ->
          Scopes.callableAround(told) instanceof MethodDeclaration method
              ? modelAttribute(method).map(name -> new Attribute(name, method))
              : Optional.empty();
      case null, default -> Optional.empty();
    };
  }

  private static boolean isSetter(MethodCallExpr call) {
    return SETTERS.contains(call.getNameAsString()) && call.getArguments().size() == 2;
  }

  /** The name under which a method that only returns something puts it into every model. */
  private static Optional<String> modelAttribute(MethodDeclaration method) {
    return method.getBody().filter(body -> body.getStatements().size() == 1).isPresent()
        ? method
            .getAnnotationByName("ModelAttribute")
            .filter(AnnotationExpr::isSingleMemberAnnotationExpr)
            .map(one -> one.asSingleMemberAnnotationExpr().getMemberValue())
            .flatMap(Answers::constant)
        : Optional.empty();
  }

  /** Whether another line of the module gives the attribute another value. */
  private boolean isSetOtherwise(String path, String attribute, Mark mark) {
    return work.javaMentioning('"' + attribute + '"').stream()
        .filter(other -> other.startsWith(module(path)) && !other.contains("/src/test/"))
        .flatMap(other -> work.unit(other).stream())
        .flatMap(unit -> unit.all(MethodCallExpr.class).stream())
        .filter(call -> isSetter(call))
        .filter(call -> Answers.constant(call.getArgument(0)).filter(attribute::equals).isPresent())
        .anyMatch(call ->
            Mark.in(call.getArgument(1)).filter(one -> one.kind() == mark.kind()).isEmpty());
  }

  private void foldTemplates(String path, String attribute, Object value) {
    for (String template : work.paths()) {
      if (template.startsWith(module(path) + "src/main/") && template.endsWith(".html")) {
        new Template(work, template, attribute, value).fold();
      }
    }
  }

  private static Edit without(JavaUnit unit, Node setter) {
    if (!(setter instanceof MethodCallExpr call)) {
      return unit.remove(setter);
    }
    Node parent = call.getParentNode().orElseThrow();
    return parent instanceof ExpressionStmt && !isChained(call)
        ? unit.remove(parent)
        : unit.replace(call, call.getScope().map(unit::text).orElse(""));
  }

  private static boolean isChained(MethodCallExpr call) {
    return call.getScope().filter(MethodCallExpr.class::isInstance).isPresent();
  }

  /** The module's folder with a slash. */
  static String module(String path) {
    int src = path.indexOf("src/");
    return src < 0 ? "" : path.substring(0, src);
  }
}
