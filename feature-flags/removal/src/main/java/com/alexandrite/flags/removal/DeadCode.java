package com.alexandrite.flags.removal;

import com.github.javaparser.ast.ImportDeclaration;
import java.util.List;
import java.util.Optional;

/**
 * Takes out what nothing uses any more since the flag is out: never what nothing had used before.
 * One thing at a time, since each may be the last use of another.
 */
final class DeadCode {
  private final Workspace work;
  private final List<Rule> rules;

  /** Finds one dead thing in a file, takes it out, and tells whether there was one. */
  interface Rule {
    boolean removedOne(JavaUnit unit, Usage usage);
  }

  DeadCode(Workspace work, Purity purity) {
    this.work = work;
    this.rules =
        List.of(
            new DeadLocals(work, purity),
            new DeadMembers(work, purity),
            new DeadParameters(work, purity),
            new DeadAttributes(work, purity));
  }

  void remove() {
    DeadDeclarations declarations = new DeadDeclarations(work);
    do {
      removeWithinFiles();
    } while (declarations.removedOne());
    for (String path : work.changedJava()) {
      removeImports(path);
    }
  }

  private void removeWithinFiles() {
    boolean goesOn = true;
    while (goesOn) {
      goesOn = work.changedJava().stream().anyMatch(this::removedOne);
    }
  }

  private boolean removedOne(String path) {
    Optional<JavaUnit> unit = work.unit(path);
    Optional<JavaUnit> before = work.unitBefore(path);
    if (unit.isEmpty() || before.isEmpty()) {
      return false;
    }
    Usage usage = Usage.between(before.get(), unit.get());
    return rules.stream().anyMatch(rule -> rule.removedOne(unit.get(), usage));
  }

  private void removeImports(String path) {
    Optional<Edit> dead = work.unit(path).flatMap(DeadCode::deadImport);
    while (dead.isPresent()) {
      work.edit(path, List.of(dead.get()));
      dead = work.unit(path).flatMap(DeadCode::deadImport);
    }
  }

  private static Optional<Edit> deadImport(JavaUnit unit) {
    return unit.tree().getImports().stream()
        .filter(one -> !one.isAsterisk() && !isMentioned(unit, one))
        .map(unit::remove)
        .findFirst();
  }

  private static boolean isMentioned(JavaUnit unit, ImportDeclaration one) {
    String rest = Edit.apply(unit.text(), List.of(unit.replace(one, "")));
    return JavaText.mentions(rest, one.getName().getIdentifier());
  }
}
