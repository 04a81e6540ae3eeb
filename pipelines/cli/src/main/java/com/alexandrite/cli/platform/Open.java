package com.alexandrite.cli.platform;

import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.local.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code open}: a page in the browser; where there is none, its address. */
@Command(
    name = "open",
    description = "Open a page of the platform in the browser, or print its address.",
    mixinStandardHelpOptions = true)
public final class Open implements Callable<Integer> {

  @Mixin private final Terminal terminal = new Terminal();

  @Parameters(
      paramLabel = "SITE",
      arity = "0..1",
      defaultValue = "console",
      description = "shop, crm, mes, console or api (default: console).")
  private String site;

  /** Picocli fills the fields in. */
  @SuppressWarnings("NullAway.Init")
  public Open() {}

  @Override
  public Integer call() throws IOException {
    Map<String, String> addresses = Health.addresses(Installation.current().ports());
    String address = addresses.get(site);
    if (address == null) {
      throw new CommandFailed("there is no site " + site, "choose one of " + addresses.keySet());
    }
    boolean opened = inBrowser(address);
    terminal.say(address);
    terminal.result(Map.of("address", address, "opened", opened));
    return 0;
  }

  /** Opens an address in the browser of this desktop; false where there is none. */
  public static boolean inBrowser(String address) throws IOException {
    Optional<Path> opener = Programs.find("xdg-open").filter(_ -> System.getenv("DISPLAY") != null);
    if (opener.isPresent()) {
      new ProcessBuilder(opener.get().toString(), address)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    }
    return opener.isPresent();
  }
}
