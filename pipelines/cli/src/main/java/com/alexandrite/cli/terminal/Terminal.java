package com.alexandrite.cli.terminal;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command writes to; mix it into every command with {@code @Mixin}. For people: text,
 * colours only on a terminal. With {@code --json}: progress as JSON lines, and as the last line the
 * result.
 */
public final class Terminal {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Option(
      names = "--json",
      description = "Print JSON: a line for each bit of progress, the last line is the result.")
  private boolean json;

  private final PrintStream out;
  private final boolean colours;

  /** The terminal of this process; the launcher says whether the output is one. */
  public Terminal() {
    this(System.out, Boolean.getBoolean("alexandrite.terminal"));
  }

  /**
   * Another one.
   *
   * @param colours whether it shows colours and changes of a line
   */
  public Terminal(PrintStream out, boolean colours) {
    this.out = out;
    this.colours = colours && System.getenv("NO_COLOR") == null;
  }

  /** Whether a program reads along. */
  public boolean json() {
    return json;
  }

  /** Whether a person reads along who can see lines change. */
  public boolean interactive() {
    return colours && !json;
  }

  /** Tells what is going on: a short word for the step, and a sentence. */
  public void progress(String step, String message) {
    progress(step, message, Map.of());
  }

  /** The same with more fields for programs. */
  public synchronized void progress(String step, String message, Map<String, ?> details) {
    if (json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("progress", step);
      line.put("message", message);
      line.putAll(details);
      out.println(JSON.writeValueAsString(line));
    } else {
      out.println(dim("%-12s".formatted(step)) + " " + message);
    }
    out.flush();
  }

  /** A line for people only. */
  public synchronized void say(String line) {
    if (!json) {
      out.println(line);
      out.flush();
    }
  }

  /** The result for programs only: the last line of a command. */
  public synchronized void result(Object result) {
    if (json) {
      out.println(JSON.writeValueAsString(result));
      out.flush();
    }
  }

  /** Text that stands out as good. */
  public String good(String text) {
    return paint("32", text);
  }

  /** Text that stands out as bad. */
  public String bad(String text) {
    return paint("31", text);
  }

  /** Text that asks for attention. */
  public String warning(String text) {
    return paint("33", text);
  }

  /** Text that stands out. */
  public String strong(String text) {
    return paint("1", text);
  }

  /** Text that steps back. */
  public String dim(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return colours && !json ? "\033[" + code + "m" + text + "\033[0m" : text;
  }
}
