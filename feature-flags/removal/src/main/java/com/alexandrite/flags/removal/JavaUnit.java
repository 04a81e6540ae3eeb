package com.alexandrite.flags.removal;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithJavadoc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One Java file: its text, and the tree that tells where in the text everything is. */
final class JavaUnit {
  private final String path;
  private final String text;
  private final CompilationUnit tree;
  private final List<Integer> lineStarts = new ArrayList<>(List.of(0));

  private JavaUnit(String path, String text, CompilationUnit tree) {
    this.path = path;
    this.text = text;
    this.tree = tree;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      lineStarts.add(at + 1);
    }
  }

  /** Reads a file; empty when it is not Java that this version of the language knows. */
  static Optional<JavaUnit> of(String path, String text) {
    ParserConfiguration settings = new ParserConfiguration();
    settings.setLanguageLevel(LanguageLevel.JAVA_25);
    settings.setTabSize(1);
    ParseResult<CompilationUnit> result = new JavaParser(settings).parse(text);
    return result.isSuccessful()
        ? result.getResult().map(tree -> new JavaUnit(path, text, tree))
        : Optional.empty();
  }

  String path() {
    return path;
  }

  String text() {
    return text;
  }

  CompilationUnit tree() {
    return tree;
  }

  boolean isTest() {
    return path.contains("/src/test/") || path.startsWith("src/test/");
  }

  <N extends Node> List<N> all(Class<N> kind) {
    return tree.findAll(kind);
  }

  String text(Node node) {
    return text.substring(start(node), end(node));
  }

  int start(Node node) {
    return offset(node.getRange().orElseThrow().begin);
  }

  int end(Node node) {
    return offset(node.getRange().orElseThrow().end) + 1;
  }

  int line(Node node) {
    return node.getRange().orElseThrow().begin.line;
  }

  Edit replace(Node node, String with) {
    return new Edit(start(node), end(node), with);
  }

  /** Removes a statement or member with the comment that belongs to it. */
  Edit remove(Node node) {
    return Edit.removal(text, startWithComment(node), end(node));
  }

  /** Where a statement or member begins, with the comment that belongs to it. */
  int startWithComment(Node node) {
    int start = start(node);
    boolean mayHaveJavadoc = node instanceof NodeWithJavadoc || node instanceof TypeDeclaration;
    int comment = node.getComment().map(this::start).orElse(start);
    return mayHaveJavadoc || comment < start ? Math.min(comment, start) : start;
  }

  private int offset(Position position) {
    return lineStarts.get(position.line - 1) + position.column - 1;
  }
}
