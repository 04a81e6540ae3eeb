package com.alexandrite.cli.preview;

import com.alexandrite.cli.platform.Open;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A page of a preview in the browser; where there is none, its address. */
@Command(
    name = "open",
    description = "Open a preview in the browser, or print its address.",
    mixinStandardHelpOptions = true)
final class PreviewOpen implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(index = "0", paramLabel = "NAME", description = "The preview, or its branch.")
  private String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SITE",
      defaultValue = "shop",
      description = "shop, crm, mes or api (default: ${DEFAULT-VALUE}).")
  private String site;

  @SuppressWarnings("NullAway.Init")
  PreviewOpen() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<String, String> addresses = PreviewCalls.current().find(name).addresses();
    String address = addresses.get(site);
    if (address == null) {
      throw new CommandFailed("There is no site " + site, "choose one of " + addresses.keySet());
    }
    boolean opened = Open.inBrowser(address);
    terminal.say(address);
    terminal.result(Map.of("address", address, "opened", opened));
    return CommandLine.ExitCode.OK;
  }
}
