package com.alexandrite.cli.terminal;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.json.JsonMapper;

/** Says in two lines why a command failed and what to do; a stack trace only when asked for. */
public final class Failures implements IExecutionExceptionHandler {

  private static final String TRACE = "ALEXANDRITE_TRACE";

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    String message = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    String nextStep =
        failure instanceof CommandFailed expected
            ? expected.nextStep()
            : "./alexandrite doctor looks for the usual causes; "
                + TRACE
                + "=1 shows where it failed";
    if (arguments.originalArgs().contains("--json")) {
      printJson(command.getOut(), message, nextStep);
    }
    PrintWriter err = command.getErr();
    err.println(message);
    err.println("Next: " + nextStep);
    if (System.getenv(TRACE) != null) {
      failure.printStackTrace(err);
    }
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static void printJson(PrintWriter out, String message, String nextStep) {
    Map<String, String> result = new LinkedHashMap<>();
    result.put("error", message);
    result.put("nextStep", nextStep);
    out.println(JsonMapper.builder().build().writeValueAsString(result));
    out.flush();
  }
}
