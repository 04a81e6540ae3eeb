package com.alexandrite.cli.preview;

import com.alexandrite.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps a preview awake and alive. */
@Command(
    name = "pin",
    description = "Keep a preview awake and alive until it is unpinned.",
    mixinStandardHelpOptions = true)
final class PreviewPin implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(paramLabel = "NAME", description = "The preview, or its branch.")
  private String name;

  @Option(names = "--off", description = "Let it sleep and expire again.")
  private boolean off;

  @SuppressWarnings("NullAway.Init")
  PreviewPin() {}

  @Override
  public Integer call() throws InterruptedException {
    PreviewCalls calls = PreviewCalls.current();
    String found = calls.find(name).name();
    calls.pin(found, !off);
    terminal.say(found + (off ? " sleeps and expires as others do." : " stays awake and alive."));
    terminal.result(calls.get(found).json());
    return CommandLine.ExitCode.OK;
  }
}
