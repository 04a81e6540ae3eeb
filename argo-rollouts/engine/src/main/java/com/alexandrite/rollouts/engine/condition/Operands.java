package com.alexandrite.rollouts.engine.condition;

import com.alexandrite.rollouts.engine.condition.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Parses what stands between operators: literals, names, calls, closures, collections. */
final class Operands {

  private final Parser parser;
  private final Tokens tokens;
  private final Postfixes postfixes;
  private int closures;

  Operands(Parser parser, Tokens tokens) {
    this.parser = parser;
    this.tokens = tokens;
    this.postfixes = new Postfixes(parser, this, tokens);
  }

  Node operand() {
    Token token = tokens.current();
    if (token.kind() == Kind.OPERATOR && Precedence.UNARY.containsKey(token.value())) {
      tokens.next();
      Node operand = parser.binary(Precedence.UNARY.getOrDefault(token.value(), 0));
      return postfixes.after(parser.made(new Node.Unary(token.value(), operand)));
    }
    if (tokens.acceptBracket("(")) {
      Node inner = parser.sequence();
      tokens.expectBracket(")");
      return postfixes.after(inner);
    }
    if (closures > 0 && (token.operator("#") || token.operator("."))) {
      return postfixes.after(pointer());
    }
    if (tokens.acceptOperator("::")) {
      return postfixes.after(call(tokens.expectName(), List.of()));
    }
    return literal(token);
  }

  private Node pointer() {
    String name = "";
    if (tokens.acceptOperator("#") && tokens.is(Kind.IDENTIFIER)) {
      name = tokens.expectName();
    }
    return parser.made(new Node.Pointer(name));
  }

  private Node literal(Token token) {
    if (token.bracket("[")) {
      return postfixes.after(array());
    }
    if (token.bracket("{")) {
      return postfixes.after(map());
    }
    if (token.kind() == Kind.END || token.kind() == Kind.OPERATOR || token.kind() == Kind.BRACKET) {
      throw tokens.unexpected();
    }
    tokens.next();
    return switch (token.kind()) {
      case IDENTIFIER -> name(token.value());
      case NUMBER -> number(token.value().replace("_", ""));
      case STRING -> postfixes.after(parser.made(new Node.Text(token.value())));
      default -> postfixes.after(parser.made(new Node.Bytes(token.value())));
    };
  }

  private Node name(String name) {
    return switch (name) {
      case "true" -> parser.made(new Node.Bool(true));
      case "false" -> parser.made(new Node.Bool(false));
      case "nil" -> parser.made(new Node.Nil());
      default ->
          postfixes.after(
              tokens.bracket("(") ? call(name, List.of()) : parser.made(new Node.Identifier(name)));
    };
  }

  private Node number(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("0x")) {
      return integer(lower.substring(2), 16);
    }
    if (lower.contains(".") || lower.contains("e")) {
      return decimal(lower);
    }
    if (lower.startsWith("0b")) {
      return integer(lower.substring(2), 2);
    }
    return lower.startsWith("0o") ? integer(lower.substring(2), 8) : integer(lower, 10);
  }

  private Node integer(String digits, int base) {
    try {
      return parser.made(new Node.Int(Long.parseLong(digits, base)));
    } catch (NumberFormatException e) {
      throw Fault.compile("invalid integer literal: " + digits);
    }
  }

  private Node decimal(String text) {
    return parser.made(
        new Node.Decimal(
            GoNumbers.parseFloat(text)
                .orElseThrow(() -> Fault.compile("invalid float literal: " + text))));
  }

  /** A call of a name, whose first arguments may come from the left of a pipe. */
  Node call(String name, List<Node> piped) {
    List<Node> arguments = new ArrayList<>(piped);
    if (Closures.NAMES.contains(name)) {
      closure(name, arguments);
      return parser.made(new Node.Builtin(name, arguments));
    }
    arguments(arguments);
    return Builtins.NAMES.contains(name)
        ? parser.made(new Node.Builtin(name, arguments))
        : parser.made(new Node.Call(parser.made(new Node.Identifier(name)), arguments));
  }

  void arguments(List<Node> arguments) {
    tokens.expectBracket("(");
    boolean first = true;
    while (!tokens.bracket(")")) {
      if (!first) {
        tokens.expectOperator(",");
        if (tokens.bracket(")")) {
          break;
        }
      }
      first = false;
      arguments.add(parser.expression());
    }
    tokens.expectBracket(")");
  }

  private void closure(String name, List<Node> arguments) {
    tokens.expectBracket("(");
    int piped = arguments.size();
    for (int i = piped; i < Closures.mostArguments(name); i++) {
      if (tokens.bracket(")")) {
        if (i >= Closures.leastArguments(name)) {
          break;
        }
        throw Fault.compile(
            "expected at least " + (Closures.leastArguments(name) - piped) + " arguments");
      }
      if (i > piped) {
        tokens.expectOperator(",");
      }
      arguments.add(i == 1 ? predicate() : parser.expression());
    }
    tokens.acceptOperator(",");
    tokens.expectBracket(")");
  }

  private Node predicate() {
    boolean braces = tokens.acceptBracket("{");
    closures++;
    Node body = braces ? parser.sequence() : parser.expression();
    if (!braces && tokens.operator(";")) {
      throw Fault.compile("wrap predicate with brackets { and }");
    }
    closures--;
    if (braces) {
      tokens.expectBracket("}");
    }
    return parser.made(new Node.Predicate(body));
  }

  private Node array() {
    List<Node> elements = new ArrayList<>();
    tokens.expectBracket("[");
    while (!tokens.acceptBracket("]")) {
      if (!elements.isEmpty()) {
        tokens.expectOperator(",");
        if (tokens.acceptBracket("]")) {
          break;
        }
      }
      elements.add(parser.expression());
    }
    return parser.made(new Node.Array(elements));
  }

  private Node map() {
    List<Node.Pair> pairs = new ArrayList<>();
    tokens.expectBracket("{");
    while (!tokens.acceptBracket("}")) {
      if (!pairs.isEmpty()) {
        tokens.expectOperator(",");
        if (tokens.acceptBracket("}")) {
          break;
        }
      }
      Node key = key();
      tokens.expectOperator(":");
      pairs.add(parser.made(new Node.Pair(key, parser.expression())));
    }
    return parser.made(new Node.MapOf(pairs));
  }

  private Node key() {
    Token token = tokens.current();
    if (token.bracket("(")) {
      return parser.expression();
    }
    if (token.kind() == Kind.NUMBER
        || token.kind() == Kind.STRING
        || token.kind() == Kind.IDENTIFIER) {
      tokens.next();
      return parser.made(new Node.Text(token.value()));
    }
    throw Fault.compile(
        "a map key must be a quoted string, a number, a identifier, or an expression enclosed in"
            + " parentheses (unexpected token "
            + token
            + ")");
  }
}
