package com.alexandrite.flags.removal;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts the mark in the place of calls of a method that does nothing but ask the flag. */
final class Wrappers {
  private static final Set<String> HARMLESS = Set.of("Nullable", "SuppressWarnings");

  private final Workspace work;
  private final Purity purity;

  Wrappers(Workspace work, Purity purity) {
    this.work = work;
    this.purity = purity;
  }

  /** Folds one method; false when there is none. */
  boolean step() {
    for (String path : work.javaMentioning("flag$")) {
      JavaUnit unit = work.unit(path).orElse(null);
      if (unit != null && Mark.all(unit).stream().anyMatch(place -> inlined(unit, place))) {
        return true;
      }
    }
    return false;
  }

  private boolean inlined(JavaUnit unit, NameExpr place) {
    Optional<MethodDeclaration> method = wrapper(place);
    Optional<List<Calls.Call>> calls = method.flatMap(one -> new Calls(work).of(unit, one));
    if (calls.isEmpty() || !calls.get().stream().allMatch(this::mayGo)) {
      return false;
    }
    Map<String, List<Edit>> edits = new TreeMap<>();
    edits(edits, unit).add(unit.remove(method.orElseThrow()));
    for (Calls.Call call : calls.get()) {
      edits(edits, call.unit()).add(call.unit().replace(call.call(), place.getNameAsString()));
    }
    edits.forEach(work::edit);
    return true;
  }

  private boolean mayGo(Calls.Call call) {
    return call.call().getArguments().stream().allMatch(purity::isPure);
  }

  private static List<Edit> edits(Map<String, List<Edit>> edits, JavaUnit unit) {
    return edits.computeIfAbsent(unit.path(), _ -> new ArrayList<>());
  }

  /** The method around {@code return mark;} when that is all it does and nobody else calls it. */
  private static Optional<MethodDeclaration> wrapper(NameExpr place) {
    return place
        .getParentNode()
        .filter(ReturnStmt.class::isInstance)
        .flatMap(told -> told.getParentNode())
        .flatMap(body -> body.getParentNode())
        .filter(MethodDeclaration.class::isInstance)
        .map(MethodDeclaration.class::cast)
        .filter(
            method -> method.getBody().filter(body -> body.getStatements().size() == 1).isPresent())
        .filter(method ->
            method.getAnnotations().stream()
                .allMatch(one -> HARMLESS.contains(one.getNameAsString())));
  }
}
