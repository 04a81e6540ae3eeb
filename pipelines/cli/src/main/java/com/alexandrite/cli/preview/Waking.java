package com.alexandrite.cli.preview;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import java.io.IOException;
import java.util.function.Predicate;
import picocli.CommandLine;

/** Something is asked of a preview after which its processes start. */
record Waking(Installation installation, Terminal terminal, boolean noWait) {

  /**
   * Asks for it, and waits until the preview is ready unless nobody wants to wait.
   *
   * @param fresh whether a preview that is ready already shows what was asked for
   * @return exit code
   */
  int after(String act, String nameOrBranch, Predicate<Preview> fresh)
      throws IOException, InterruptedException {
    PreviewCalls calls = new PreviewCalls(installation);
    String name = calls.find(nameOrBranch).name();
    calls.act(name, act);
    Preview end =
        noWait
            ? calls.get(name)
            : PreviewCreate.following(installation, terminal).toTheEnd(name, fresh);
    PreviewText.tell(terminal, end);
    terminal.result(end.json());
    return noWait || end.ready() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }
}
