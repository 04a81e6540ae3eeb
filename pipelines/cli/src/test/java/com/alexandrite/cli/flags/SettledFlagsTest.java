package com.alexandrite.cli.flags;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.cli.flags.SettledFlags.Settled;
import com.alexandrite.environment.source.Git;
import com.alexandrite.flags.definitions.DefinitionFolder;
import com.alexandrite.flags.definitions.FlagDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SettledFlagsTest {
  private static final String FILE = "feature-flags/definitions/flags/new-ring.yaml";
  private static final String DEFINITION =
      """
      key: new-ring
      description: On, the ring is new.
      owner: shop
      type: release
      unit: user
      created: 2026-11-25
      expires: 2027-01-31
      environments:
        local: {percentage: 100}
        preview: {percentage: 100}
        production:
          percentage: 0
        staging: {percentage: 100}
      """;

  @TempDir Path checkout;

  @BeforeEach
  void aCheckoutWithAFlag() throws Exception {
    Path flags = Files.createDirectories(checkout.resolve(FILE).getParent());
    Files.writeString(flags.resolveSibling("segments.yaml"), "segments: []");
    git("init", "-q", ".");
    commit("2026-12-01T10:00:00Z", DEFINITION);
  }

  @Test
  void gitKnowsSinceWhenADefinitionSaysItOfProduction() throws Exception {
    commit("2026-12-10T10:00:00Z", DEFINITION.replace("percentage: 0", "percentage: 100"));
    commit(
        "2026-12-20T10:00:00Z",
        DEFINITION
            .replace("percentage: 0", "percentage: 100")
            .replace("the ring is new", "the ring shines"));
    assertThat(git().of(flag())).contains(new Settled(100, Instant.parse("2026-12-10T10:00:00Z")));
  }

  @Test
  void aFlagInBetweenIsNotSettled() throws Exception {
    commit("2026-12-10T10:00:00Z", DEFINITION.replace("percentage: 0", "percentage: 50"));
    assertThat(git().of(flag())).isEmpty();
  }

  @Test
  void withoutHistoryNothingIsSaid() throws Exception {
    Path other = Files.createDirectories(checkout.resolve(".git/no-checkout"));
    assertThat(new SettledInDefinitions(new Git(other)).of(flag())).isEmpty();
  }

  @Test
  void theServerKnowsWhatWasSwitched() throws Exception {
    String rows =
        """
        [{"key":"new-ring","states":{
            "staging":{"state":"on","changedAt":"2026-12-01T10:00:00Z"},
            "production":{"state":"off","changedAt":"2026-12-15T10:00:00Z"}}},
         {"key":"other","states":{"production":{"state":"share","changedAt":"2026-12-15T10:00:00Z"}}},
         {"key":"broken","states":{"production":{"state":"on"}}},
         {"key":"nowhere","states":{}}]
        """;
    SettledOnServer server = SettledOnServer.of(JsonMapper.shared().readTree(rows));
    Settled settled = new Settled(0, Instant.parse("2026-12-15T10:00:00Z"));
    assertThat(server.flags()).isEqualTo(Map.of("new-ring", settled));
    assertThat(server.of(flag())).contains(settled);
  }

  private SettledFlags git() {
    return new SettledInDefinitions(new Git(checkout));
  }

  private FlagDefinition flag() throws IOException {
    return DefinitionFolder.read(checkout).accepted().flags().getFirst();
  }

  private void commit(String at, String content) throws Exception {
    Files.writeString(checkout.resolve(FILE), content);
    git("add", ".");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "x", "--date", at);
  }

  private void git(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ProcessBuilder git = new ProcessBuilder(command).directory(checkout.toFile()).inheritIO();
    if (arguments[arguments.length - 1].endsWith("Z")) {
      git.environment().put("GIT_COMMITTER_DATE", arguments[arguments.length - 1]);
    }
    assertThat(git.start().waitFor()).isZero();
  }
}
