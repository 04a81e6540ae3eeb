package com.alexandrite.flags.removal;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Methods and types that others may use and of which no word is left in the whole checkout, since
 * the code that spoke of them is out. Tests are no use: with the code goes the test of it.
 */
final class DeadDeclarations {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$]*");

  private final Workspace work;
  private final Set<String> looked = new TreeSet<>();

  DeadDeclarations(Workspace work) {
    this.work = work;
  }

  /** Takes one out; false when there is none. */
  boolean removedOne() {
    for (String word : gone()) {
      if (looked.add(word) && removed(word)) {
        looked.clear();
        return true;
      }
    }
    return false;
  }

  /** Words of the changed files that are no longer in one of them. */
  private Set<String> gone() {
    Set<String> gone = new TreeSet<>();
    for (String path : work.pathsBefore()) {
      if (path.endsWith(".java") && !path.contains("/src/test/") && work.isChanged(path)) {
        Set<String> words = words(work.textBefore(path));
        words.removeAll(words(work.text(path)));
        gone.addAll(words);
      }
    }
    return gone;
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean removed(String word) {
    List<String> mentioning = work.mentioning(word);
    List<String> uses = mentioning.stream().filter(path -> !isTest(path)).toList();
    if (uses.size() != 1 || !uses.getFirst().endsWith(".java")) {
      return false;
    }
    JavaUnit home = work.unit(uses.getFirst()).orElse(null);
    Optional<Node> declaration = home == null ? Optional.empty() : declaration(home, word);
    List<String> tests = mentioning.stream().filter(DeadDeclarations::isTest).toList();
    if (home == null || declaration.isEmpty() || !removedTests(tests, word)) {
      return false;
    }
    if (declaration.get() instanceof TypeDeclaration<?> type && type.isTopLevelType()) {
      work.delete(home.path());
    } else {
      work.edit(home.path(), List.of(home.remove(declaration.get())));
    }
    work.note("Nothing uses " + word + " any more (" + home.path() + "): it is out.");
    return true;
  }

  private static boolean isTest(String path) {
    return path.contains("/src/test/") || path.startsWith("src/test/");
  }

  /** What declares the word, when all its mentions in the file are within it. */
  private static Optional<Node> declaration(JavaUnit home, String word) {
    List<Node> found = new ArrayList<>();
    home.all(MethodDeclaration.class).stream()
        .filter(one -> one.getNameAsString().equals(word) && isPlain(one))
        .forEach(found::add);
    home.tree().findAll(TypeDeclaration.class).stream()
        .filter(one -> one.getNameAsString().equals(word) && one.getAnnotations().isEmpty())
        .forEach(found::add);
    return found.size() == 1 && isOnlyThere(home, found.getFirst(), word)
        ? Optional.of(found.getFirst())
        : Optional.empty();
  }

  private static boolean isPlain(MethodDeclaration method) {
    boolean isOfAnInterface =
        method
            .getParentNode()
            .filter(one ->
                one instanceof com.github.javaparser.ast.body.ClassOrInterfaceDeclaration type
                    && type.isInterface())
            .isPresent();
    return !isOfAnInterface
        && DeadMembers.isPlain(method)
        && !method.getNameAsString().equals("main");
  }

  private static boolean isOnlyThere(JavaUnit home, Node declaration, String word) {
    String rest = Edit.apply(home.text(), List.of(home.remove(declaration)));
    return !JavaText.mentions(rest, word);
  }

  /** Takes out the tests that speak of it; false, and nothing is out, when that is not all. */
  private boolean removedTests(List<String> tests, String word) {
    List<Edits> all = new ArrayList<>();
    for (String path : tests) {
      Optional<Edits> edits = work.unit(path).flatMap(unit -> withoutTests(unit, word));
      if (edits.isEmpty()) {
        return false;
      }
      all.add(edits.get());
    }
    all.forEach(this::take);
    return true;
  }

  /** The edits of a test file; the whole file is out when no test is left in it. */
  private record Edits(String path, List<Edit> edits) {}

  private void take(Edits edits) {
    work.edit(edits.path(), edits.edits());
    if (!work.unit(edits.path()).filter(Tests::hasTest).isPresent()) {
      work.delete(edits.path());
    }
  }

  private static Optional<Edits> withoutTests(JavaUnit unit, String word) {
    List<Edit> edits = new ArrayList<>();
    unit.all(MethodDeclaration.class).stream()
        .filter(Tests::isTest)
        .filter(test -> JavaText.mentions(unit.text(test), word))
        .forEach(test -> edits.add(unit.remove(test)));
    unit.tree().getImports().stream()
        .filter(one -> one.getName().getIdentifier().equals(word))
        .forEach(one -> edits.add(unit.remove(one)));
    String rest = Edit.apply(unit.text(), edits);
    boolean hasTests = JavaUnit.of(unit.path(), rest).filter(Tests::hasTest).isPresent();
    return hasTests && JavaText.mentions(rest, word)
        ? Optional.empty()
        : Optional.of(new Edits(unit.path(), edits));
  }
}
