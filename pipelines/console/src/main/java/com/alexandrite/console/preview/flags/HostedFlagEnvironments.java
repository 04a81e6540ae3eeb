package com.alexandrite.console.preview.flags;

import com.alexandrite.flags.server.change.BranchFiles;
import com.alexandrite.flags.server.change.BranchFlags;
import com.alexandrite.flags.server.desk.StateDifferences;
import com.alexandrite.flags.server.environment.Environment;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.environment.MakingEnvironments;
import com.alexandrite.flags.server.key.EnvironmentKeys;
import com.alexandrite.flags.server.store.Refused;
import com.alexandrite.preview.FlagDifference;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.Problem;
import com.alexandrite.preview.space.FlagEnvironments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The flag server that this console hosts. */
@Component
@ConditionalOnProperty("alexandrite.flagserver.database.url")
class HostedFlagEnvironments implements FlagEnvironments {

  private static final String ORIGIN = "staging";

  private final Environments environments;
  private final MakingEnvironments making;
  private final EnvironmentKeys keys;
  private final BranchFlags branch;
  private final StateDifferences differences;

  HostedFlagEnvironments(
      Environments environments,
      MakingEnvironments making,
      EnvironmentKeys keys,
      BranchFlags branch,
      StateDifferences differences) {
    this.environments = environments;
    this.making = making;
    this.keys = keys;
    this.branch = branch;
    this.differences = differences;
  }

  @Override
  public Set<String> all() throws IOException {
    return asking(() ->
        environments.all().stream()
            .filter(one -> !one.standing())
            .map(Environment::name)
            .collect(Collectors.toSet()));
  }

  @Override
  public void make(String environment, String key, Path sources)
      throws IOException, PreviewFailure {
    try {
      BranchFiles wanted = BranchFiles.read(sources);
      making.ensure(environment, ORIGIN, BranchFlags.BEGINNING);
      keys.ensure(environment, key);
      branch.take(environment, wanted);
    } catch (Refused refused) {
      throw new PreviewFailure(new Problem(refused.code(), refused.detail(), refused.action()));
    } catch (DataAccessException | TransactionException e) {
      throw away(e);
    }
  }

  @Override
  public List<FlagDifference> differences(String environment) throws IOException {
    return asking(() ->
        environments.find(environment).isEmpty()
            ? List.of()
            : differences.of(environment).stream()
                .map(
                    one -> new FlagDifference(one.key(), one.before(), one.after(), one.byBranch()))
                .toList());
  }

  @Override
  public void delete(String environment) throws IOException {
    asking(() -> {
      boolean there = environments.find(environment).isPresent();
      if (there) {
        making.delete(environment);
      }
      // Also when a killed removal got only as far as the line above.
      branch.forget();
      return there;
    });
  }

  private static <T> T asking(Supplier<T> question) throws IOException {
    try {
      return question.get();
    } catch (DataAccessException | TransactionException e) {
      throw away(e);
    }
  }

  private static IOException away(Exception cause) {
    return new IOException("the flag server's database is away", cause);
  }
}
