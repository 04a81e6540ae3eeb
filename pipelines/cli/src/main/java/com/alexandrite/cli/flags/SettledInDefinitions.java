package com.alexandrite.cli.flags;

import com.alexandrite.environment.source.Git;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.definitions.FlagDefinition;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the definitions say of production, since git has these lines. Right for a flag that nobody
 * switched on the flag server.
 */
record SettledInDefinitions(Git git) implements SettledFlags {
  private static final Logger log = LoggerFactory.getLogger(SettledInDefinitions.class);

  @Override
  public String origin() {
    return "by the git date of its definition";
  }

  @Override
  public Optional<Settled> of(FlagDefinition flag) {
    return percent(flag.state("production").rules())
        .flatMap(percent -> since(flag).map(since -> new Settled(percent, since)));
  }

  /** One rule: for nobody, or for everybody with one variant. */
  private static Optional<Integer> percent(List<Rule> rules) {
    Rule only = rules.getFirst();
    if (rules.size() > 1 || (only.share() != 0 && only.serve().size() > 1)) {
      return Optional.empty();
    }
    return switch (only.share()) {
      case 0 -> Optional.of(0);
      case FlagDocument.EVERYBODY -> Optional.of(100);
      default -> Optional.empty();
    };
  }

  private Optional<Instant> since(FlagDefinition flag) {
    FlagDefinition.Source source = flag.source();
    int from = source.line("environments.production");
    int to =
        source.lines().values().stream()
            .filter(line -> line > from)
            .mapToInt(line -> line - 1)
            .min()
            .orElse(Integer.MAX_VALUE);
    try {
      return git.newestChange(source.file(), from, to);
    } catch (IOException e) {
      // Without history, such as in an unpacked archive, nothing can be said.
      log.debug("no git history of {}: {}", source.file(), e.getMessage());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
