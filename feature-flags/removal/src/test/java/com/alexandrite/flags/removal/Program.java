package com.alexandrite.flags.removal;

import java.util.List;
import java.util.Random;

/** Makes up a class that asks the flag in many ways; it writes down what it did. */
final class Program {
  private static final String ASKED = "flags.isOn(Features.NEW_LOOK, EvaluationContext.NOBODY)";

  private final Random random;
  private int steps;
  private int locals;

  private Program(long seed) {
    this.random = new Random(seed);
  }

  static String of(long seed) {
    Program program = new Program(seed);
    return """
    package subject;

    import com.alexandrite.flags.EvaluationContext;
    import com.alexandrite.flags.Flags;
    import com.alexandrite.flags.catalogue.Features;

    public class Subject {
      private final Flags flags;

      public Subject(Flags flags) {
        this.flags = flags;
      }

      public String run(boolean a, boolean b) {
        StringBuilder did = new StringBuilder();
    %s    return did.append(helper(a, b)).toString();
      }

      private String helper(boolean a, boolean b) {
        if (isNew()) {
          return a ? "new-a" : "new";
        }
        return unlucky(b && isNew());
      }

      private String unlucky(boolean is) {
        return is ? "?" : "old";
      }

      private boolean isNew() {
        return %s;
      }
    }
    """
        .formatted(program.block(3, "    "), ASKED);
  }

  private String block(int depth, String indent) {
    StringBuilder lines = new StringBuilder();
    int count = 1 + random.nextInt(3);
    for (int at = 0; at < count; at++) {
      lines.append(statement(depth, indent));
    }
    return lines.toString();
  }

  private String statement(int depth, String indent) {
    int kind = depth == 0 ? 0 : random.nextInt(7);
    return switch (kind) {
      case 1, 2 ->
          indent
              + "if ("
              + condition(2)
              + ") {\n"
              + block(depth - 1, indent + "  ")
              + indent
              + "}\n";
      case 3 ->
          indent
              + "if ("
              + condition(2)
              + ") {\n"
              + block(depth - 1, indent + "  ")
              + indent
              + "} else if ("
              + condition(1)
              + ") {\n"
              + block(depth - 1, indent + "  ")
              + indent
              + "} else {\n"
              + block(depth - 1, indent + "  ")
              + indent
              + "}\n";
      case 4 ->
          indent
              + "if ("
              + condition(1)
              + ") {\n"
              + step(indent + "  ")
              + indent
              + "  return did.toString();\n"
              + indent
              + "}\n";
      case 5 -> local(indent);
      case 6 -> indent + "did.append(" + condition(2) + " ? \"y\" : \"n\");\n";
      default -> step(indent);
    };
  }

  private String step(String indent) {
    return indent + "did.append(\"" + steps++ + " \");\n";
  }

  private String local(String indent) {
    String name = "is" + locals++;
    return indent
        + "boolean "
        + name
        + " = "
        + condition(2)
        + ";\n"
        + indent
        + "if ("
        + name
        + (random.nextBoolean() ? " && b" : "")
        + ") {\n"
        + step(indent + "  ")
        + indent
        + "}\n";
  }

  private String condition(int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return List.of("a", "b", "isNew()", ASKED, ASKED).get(random.nextInt(5));
    }
    return switch (random.nextInt(4)) {
      case 0 -> "!(" + condition(depth - 1) + ")";
      case 1 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
      case 2 -> "(" + condition(depth - 1) + ") == " + random.nextBoolean();
      default -> condition(depth - 1) + " && " + condition(depth - 1);
    };
  }
}
