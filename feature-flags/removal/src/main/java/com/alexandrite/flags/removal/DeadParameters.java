package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.expr.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Parameters that nothing reads any more, with the arguments of all callers: of constructors and
 * records, private methods, and methods that only a framework calls.
 */
final class DeadParameters implements DeadCode.Rule {
  private static final Set<String> CALLED_BY_A_FRAMEWORK =
      Set.of("Bean", "GetMapping", "PostMapping", "PutMapping", "DeleteMapping", "RequestMapping");

  private final Workspace work;
  private final Purity purity;

  DeadParameters(Workspace work, Purity purity) {
    this.work = work;
    this.purity = purity;
  }

  @Override
  public boolean removedOne(JavaUnit unit, Usage usage) {
    return unit.all(Parameter.class).stream()
        .filter(parameter -> usage.hasFallen(parameter.getNameAsString()))
        .anyMatch(parameter -> removed(unit, parameter));
  }

  private boolean removed(JavaUnit unit, Parameter parameter) {
    Node owner = parameter.getParentNode().orElseThrow();
    if (!Scopes.uses(owner, parameter.getNameAsString()).isEmpty()) {
      return false;
    }
    Optional<List<Constructions.Arguments>> callers =
        switch (owner) {
          case ConstructorDeclaration one ->
              new Constructions(work).of(unit, one.getNameAsString(), one.getParameters().size());
          case RecordDeclaration one when !isAsked(parameter) ->
              new Constructions(work).of(unit, one.getNameAsString(), one.getParameters().size());
          case MethodDeclaration one when mayChange(one, parameter) -> callers(unit, one);
          default -> Optional.empty();
        };
    return callers.filter(all -> removed(unit, owner, parameter, all)).isPresent();
  }

  private static boolean mayChange(MethodDeclaration method, Parameter parameter) {
    boolean isHandler =
        method.getAnnotations().stream()
            .anyMatch(one -> CALLED_BY_A_FRAMEWORK.contains(one.getNameAsString()));
    boolean isGiven =
        parameter.getAnnotations().stream()
            .allMatch(one -> one.getNameAsString().equals("AuthenticationPrincipal"));
    return method.isPrivate() || (isHandler && isGiven);
  }

  private Optional<List<Constructions.Arguments>> callers(JavaUnit unit, MethodDeclaration method) {
    return new Calls(work)
        .of(unit, method)
        .map(calls ->
            calls.stream()
                .map(call -> new Constructions.Arguments(call.unit(), call.call().getArguments()))
                .toList());
  }

  /** Whether the record's component is read somewhere, in code or in a page. */
  private boolean isAsked(Parameter component) {
    String name = component.getNameAsString();
    return work.texts().stream()
            .anyMatch(text -> text.contains("." + name + "()") || text.contains("::" + name))
        || work.paths().stream()
            .filter(path -> path.endsWith(".html"))
            .anyMatch(path -> work.text(path).contains("." + name));
  }

  private boolean removed(
      JavaUnit unit, Node owner, Parameter parameter, List<Constructions.Arguments> callers) {
    NodeList<Parameter> parameters = parameters(owner);
    int at = parameters.indexOf(parameter);
    Map<String, List<Edit>> edits = new TreeMap<>();
    for (Constructions.Arguments caller : callers) {
      Expression argument = caller.arguments().get(at);
      if (!purity.isPure(argument)) {
        work.note(
            "Nothing reads the parameter %s in %s any more, but `%s` in %s may do something."
                .formatted(
                    parameter.getNameAsString(),
                    unit.path(),
                    caller.unit().text(argument),
                    caller.unit().path()));
        return false;
      }
      edits
          .computeIfAbsent(caller.unit().path(), _ -> new ArrayList<>())
          .add(Lists.without(caller.unit(), caller.arguments(), at));
    }
    List<Edit> own = edits.computeIfAbsent(unit.path(), _ -> new ArrayList<>());
    own.add(Lists.without(unit, parameters, at));
    own.addAll(Javadoc.without(unit, owner, parameter.getNameAsString()));
    edits.forEach(work::edit);
    return true;
  }

  private static NodeList<Parameter> parameters(Node owner) {
    return switch (owner) {
      case ConstructorDeclaration one -> one.getParameters();
      case RecordDeclaration one -> one.getParameters();
      default -> ((MethodDeclaration) owner).getParameters();
    };
  }
}
