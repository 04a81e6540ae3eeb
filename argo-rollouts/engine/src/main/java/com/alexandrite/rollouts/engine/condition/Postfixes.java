package com.alexandrite.rollouts.engine.condition;

import com.alexandrite.rollouts.engine.condition.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses what follows an operand: fields, methods, indexes, slices. */
final class Postfixes {

  private final Parser parser;
  private final Operands operands;
  private final Tokens tokens;

  Postfixes(Parser parser, Operands operands, Tokens tokens) {
    this.parser = parser;
    this.operands = operands;
    this.tokens = tokens;
  }

  Node after(Node operand) {
    Node node = operand;
    while (true) {
      if (tokens.acceptOperator(".")) {
        node = field(node, false);
      } else if (tokens.acceptOperator("?.")) {
        node = tokens.acceptBracket("[") ? index(node, true) : field(node, true);
      } else if (tokens.acceptBracket("[")) {
        node = index(node, false);
      } else {
        return node;
      }
    }
  }

  private Node field(Node base, boolean optional) {
    Token name = tokens.current();
    tokens.next();
    if (name.kind() != Kind.IDENTIFIER
        && (name.kind() != Kind.OPERATOR || !Characters.isName(name.value()))) {
      throw Fault.compile("expected name");
    }
    Node property = parser.made(new Node.Text(name.value()));
    Node inner = base instanceof Node.Chain chain ? chain.node() : base;
    boolean method = tokens.bracket("(");
    Node member = parser.made(new Node.Member(inner, property, optional, method));
    if (method) {
      List<Node> arguments = new ArrayList<>();
      operands.arguments(arguments);
      member = parser.made(new Node.Call(member, arguments));
    }
    return base instanceof Node.Chain || optional ? parser.made(new Node.Chain(member)) : member;
  }

  private Node index(Node base, boolean optional) {
    if (tokens.acceptOperator(":")) {
      return slice(base, null);
    }
    Node from = parser.expression();
    if (tokens.acceptOperator(":")) {
      return slice(base, from);
    }
    Node member = parser.made(new Node.Member(base, from, optional, false));
    tokens.expectBracket("]");
    return optional ? parser.made(new Node.Chain(member)) : member;
  }

  private Node slice(Node base, @Nullable Node from) {
    Node to = tokens.bracket("]") ? null : parser.expression();
    Node slice = parser.made(new Node.Slice(base, from, to));
    tokens.expectBracket("]");
    return slice;
  }
}
