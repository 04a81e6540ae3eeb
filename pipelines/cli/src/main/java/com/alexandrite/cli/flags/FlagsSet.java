package com.alexandrite.cli.flags;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes a flag. */
@Command(
    name = "set",
    description = "Switch a flag on or off, or give it to a percentage of all.",
    mixinStandardHelpOptions = true)
final class FlagsSet implements Callable<Integer> {
  @Mixin private final Terminal terminal = new Terminal();
  @Mixin private final OneFlag flag = new OneFlag();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why; kept in the history.")
  private String reason;

  @ArgGroup(multiplicity = "1")
  private Wanted wanted;

  /** One of three. */
  static final class Wanted {
    @Option(names = "--on", required = true, description = "On, as its rules say.")
    private boolean on;

    @Option(names = "--off", required = true, description = "Off for everybody; rules are kept.")
    private boolean off;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private @Nullable Share share;
  }

  /** Some of all. */
  static final class Share {
    @Option(
        names = "--percent",
        paramLabel = "N",
        required = true,
        description = "On for that percentage of all, 0 to 100.")
    private double percent;

    @Option(
        names = "--variant",
        paramLabel = "VARIANT",
        description = "What they get (default: as it is).")
    private @Nullable String variant;
  }

  @SuppressWarnings("NullAway.Init")
  FlagsSet() {}

  @Override
  public Integer call() throws InterruptedException {
    FlagDesk desk = new FlagDesk(Installation.current());
    Share share = wanted.share;
    if (share == null) {
      boolean on = wanted.on && !wanted.off;
      flag.change(desk, "switch", Map.of("on", on, "reason", reason), terminal);
    } else {
      flag.change(desk, "share", request(share), terminal);
    }
    return CommandLine.ExitCode.OK;
  }

  private Map<String, Object> request(Share share) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("percent", share.percent);
    request.put("reason", reason);
    if (share.variant != null) {
      request.put("variant", share.variant);
    }
    return request;
  }
}
