package com.alexandrite.rollouts.engine.condition;

import com.alexandrite.rollouts.engine.condition.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** A Pratt parser: operators by precedence here, what they stand between in {@link Operands}. */
final class Parser {

  /** As in the original; a longer condition is refused. */
  private static final int MOST_NODES = 10_000;

  /** Deeper nesting would exhaust the stack; the original has no such bound. */
  private static final int DEEPEST = 400;

  private final Tokens tokens;
  private final Operands operands;
  private int nodes;
  private int depth;

  private Parser(String text) {
    this.tokens = new Tokens(text);
    this.operands = new Operands(this, tokens);
  }

  static Node parse(String text) {
    Parser parser = new Parser(text);
    Node node = parser.sequence();
    if (!parser.tokens.is(Kind.END)) {
      throw parser.tokens.unexpected();
    }
    return node;
  }

  /** Counts a node against the limit. */
  <T extends Node> T made(T node) {
    if (++nodes > MOST_NODES) {
      throw Fault.compile("compilation failed: expression exceeds maximum allowed nodes");
    }
    return node;
  }

  Node sequence() {
    List<Node> parts = new ArrayList<>();
    parts.add(expression());
    while (tokens.acceptOperator(";")) {
      if (tokens.is(Kind.END)) {
        break;
      }
      parts.add(expression());
    }
    return parts.size() == 1 ? parts.getFirst() : made(new Node.Sequence(parts));
  }

  Node expression() {
    if (++depth > DEEPEST) {
      throw Fault.compile("expression is nested too deeply");
    }
    Node node = declarationOrExpression();
    depth--;
    return node;
  }

  private Node declarationOrExpression() {
    if (tokens.acceptOperator("let")) {
      String name = tokens.expectName();
      tokens.expectOperator("=");
      Node value = expression();
      tokens.expectOperator(";");
      return made(new Node.Declaration(name, value, sequence()));
    }
    return tokens.acceptOperator("if") ? ifElse() : ternary(binary(0));
  }

  private Node ifElse() {
    Node condition = expression();
    Node then = block();
    tokens.expectOperator("else");
    Node otherwise = tokens.acceptOperator("if") ? ifElse() : block();
    return new Node.Conditional(condition, then, otherwise);
  }

  private Node block() {
    tokens.expectBracket("{");
    Node body = sequence();
    tokens.expectBracket("}");
    return body;
  }

  private Node ternary(Node first) {
    Node node = first;
    while (tokens.acceptOperator("?")) {
      Node then = node;
      if (!tokens.acceptOperator(":")) {
        then = expression();
        tokens.expectOperator(":");
      }
      node = made(new Node.Conditional(node, then, expression()));
    }
    return node;
  }

  /** Operators that bind at least as strongly as {@code least}. */
  Node binary(int least) {
    Node left = operands.operand();
    String previous = "";
    while (tokens.is(Kind.OPERATOR)) {
      boolean negated = tokens.operator("not") && negation(least);
      String operator = tokens.current().value();
      Integer precedence = Precedence.BINARY.get(operator);
      if (precedence == null || precedence < least) {
        break;
      }
      tokens.next();
      left = operation(left, operator, precedence, previous);
      if (negated) {
        left = made(new Node.Unary("not", left));
      }
      previous = operator;
    }
    return left;
  }

  /** Moves onto the operator behind {@code not} if it is to be read now. */
  private boolean negation(int least) {
    tokens.next();
    String operator = tokens.current().value();
    if (!Precedence.NEGATABLE.contains(operator)) {
      throw tokens.unexpected();
    }
    if (Precedence.BINARY.getOrDefault(operator, 0) >= least) {
      return true;
    }
    tokens.back();
    return false;
  }

  private Node operation(Node left, String operator, int precedence, String previous) {
    if (operator.equals("|")) {
      return operands.call(tokens.expectName(), List.of(left));
    }
    if (previous.equals("??") && !operator.equals("??")) {
      throw Fault.compile(
          "Operator ("
              + operator
              + ") and coalesce expressions (??) cannot be mixed. Wrap either by parentheses.");
    }
    if (Precedence.COMPARISONS.contains(operator)) {
      return comparison(left, operator, precedence);
    }
    Node right = binary(Precedence.right(operator, precedence));
    return made(new Node.Binary(operator, left, right));
  }

  /** {@code a < b < c} means {@code a < b && b < c}. */
  private Node comparison(Node first, String firstOperator, int precedence) {
    Node left = first;
    String operator = firstOperator;
    Node all = null;
    while (true) {
      Node right = binary(precedence + 1);
      Node one = made(new Node.Binary(operator, left, right));
      all = all == null ? one : made(new Node.Binary("&&", all, one));
      left = right;
      if (!tokens.is(Kind.OPERATOR) || !Precedence.COMPARISONS.contains(tokens.current().value())) {
        return all;
      }
      operator = tokens.current().value();
      tokens.next();
    }
  }
}
