package com.alexandrite.console.preview.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.server.change.BranchFlags;
import com.alexandrite.flags.server.change.History;
import com.alexandrite.flags.server.change.ImportingDefinitions;
import com.alexandrite.flags.server.change.Recording;
import com.alexandrite.flags.server.definition.DefinitionFiles;
import com.alexandrite.flags.server.definition.Definitions;
import com.alexandrite.flags.server.definition.FlagDefinition;
import com.alexandrite.flags.server.desk.StateDifferences;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.environment.FlagStates;
import com.alexandrite.flags.server.environment.MakingEnvironments;
import com.alexandrite.flags.server.environment.Segments;
import com.alexandrite.flags.server.environment.StoredState;
import com.alexandrite.flags.server.key.EnvironmentKeys;
import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.preview.Content;
import com.alexandrite.preview.FlagDifference;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.Space;
import com.alexandrite.preview.space.FlagSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FlagSpaceIT {

  @RegisterExtension static final BackingServers servers = BackingServers.postgres();

  private static final String NAME = "preview-feature-rings";
  private static final String LAYOUT =
      "variants: [{name: split, value: s}, {name: wide, value: w}, {name: dense, value: d}]\n";

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  private static Definitions definitions;
  private static FlagStates states;
  private static EnvironmentKeys keys;
  private static ImportingDefinitions importing;
  private static FlagSpace flags;

  private final Space space = new Space("0badcafe", new PreviewName("feature-rings"), "seed");
  private BranchTree baseline;
  private BranchTree branch;

  @BeforeAll
  static void compose() {
    var database =
        new FlagDatabase(servers.jdbcUrl(), servers.databaseUser(), servers.databasePassword())
            .migrate();
    var environments = new Environments(database);
    var segments = new Segments(database);
    var recording = new Recording(new History(database), List.of(), CLOCK);
    definitions = new Definitions(database);
    states = new FlagStates(database);
    keys = new EnvironmentKeys(database, environments, CLOCK);
    importing =
        new ImportingDefinitions(
            database, definitions, environments, states, segments, recording, CLOCK);
    var making = new MakingEnvironments(database, environments, states, segments, CLOCK);
    making.ensureStanding();
    var branchFlags =
        new BranchFlags(database, definitions, environments, states, segments, recording, CLOCK);
    flags =
        new FlagSpace(
            new HostedFlagEnvironments(
                environments,
                making,
                keys,
                branchFlags,
                new StateDifferences(environments, states)));
  }

  @BeforeEach
  void write(@TempDir Path folder) throws IOException {
    baseline = BranchTree.at(folder.resolve("baseline"));
    baseline.flag("express").define("layout", LAYOUT);
    importBaseline();
    branch = BranchTree.at(folder.resolve("branch"));
    branch.flag("express").define("layout", LAYOUT);
  }

  @AfterEach
  void remove() throws IOException {
    flags.remove(space.name());
  }

  @Test
  void itBeginsAsStagingAndAsTheBranchSays() throws Exception {
    branch.flag("only-here").preview("flags: {layout: dense}");

    make();
    make();

    assertThat(flags.found()).containsExactly(space.name());
    assertThat(state(NAME, "express")).isEqualTo(state("staging", "express"));
    assertThat(states.find("staging", "only-here")).isEmpty();
    assertThat(flags.differences(space))
        .containsExactly(
            new FlagDifference("layout", "wide for 25 %", "dense", true),
            new FlagDifference("only-here", "not there", "on", true));
    var opened = keys.opening(flags.variables(space, "shop").get("ALEXANDRITE_FLAGS_KEY"));
    assertThat(opened).isNotNull().extracting(key -> key.environment()).isEqualTo(NAME);
  }

  @Test
  void whatAPersonSwitchedStaysAndWhatTheBranchTakesBackGoes() throws Exception {
    branch.preview("flags: {layout: dense, express: off}");
    make();
    FlagState stored = state(NAME, "express");
    var byRita = new FlagState("express", true, "salt", stored.rules());
    states.put(NAME, new StoredState(byRita, 99, Instant.EPOCH, "rita"));

    branch.preview("flags: {express: off}");
    make();

    assertThat(state(NAME, "layout")).isEqualTo(state("staging", "layout"));
    assertThat(state(NAME, "express")).isEqualTo(byRita);
    assertThat(flags.differences(space))
        .extracting(FlagDifference::key, FlagDifference::byBranch)
        .containsExactly(org.assertj.core.api.Assertions.tuple("express", false));
  }

  @Test
  void aBadFileIsRefusedBeforeAnythingIsMade() throws Exception {
    branch.preview("flags:\n  express: on\n  layout: narrow\n  layuot: wide\n");

    assertThatThrownBy(this::make)
        .isInstanceOfSatisfying(
            PreviewFailure.class,
            failure -> {
              assertThat(failure.problem().code()).isEqualTo("branch-flags-bad");
              assertThat(failure.problem().what())
                  .contains("feature-flags/preview.yaml:3: flags.layout is \"narrow\"")
                  .contains("feature-flags/preview.yaml:4: flags.layuot is no flag");
              assertThat(failure.problem().action()).contains("push again");
            });
    assertThat(flags.found()).isEmpty();
    branch.preview("flags: {}").define("broken", "nothing: here\n");
    assertThatThrownBy(this::make)
        .isInstanceOf(PreviewFailure.class)
        .hasMessageContaining("flags/broken.yaml:6: nothing is not a known field");
  }

  @Test
  void aFlagOfTheBranchOutlivesTheBaselinesImportAndBeginsElsewhereWhenMerged() throws Exception {
    branch.flag("merged-later");
    make();

    importBaseline();
    assertThat(states.find(NAME, "merged-later")).isPresent();
    baseline.flag("merged-later");
    importBaseline();

    assertThat(state("staging", "merged-later").rules().getFirst().share()).isEqualTo(2500);
    assertThat(states.find(NAME, "merged-later")).isPresent();
  }

  @Test
  void nothingOfItStays() throws Exception {
    branch.flag("only-here");
    make();

    flags.remove(space.name());
    flags.remove(space.name());

    assertThat(flags.found()).isEmpty();
    assertThat(flags.differences(space)).isEmpty();
    assertThat(definitions.all()).extracting(FlagDefinition::key).doesNotContain("only-here");
    assertThat(keys.opening(flags.variables(space, "shop").get("ALEXANDRITE_FLAGS_KEY"))).isNull();
  }

  private void make() throws IOException, PreviewFailure {
    flags.make(space, new Content("0123456789", branch.root(), Set.of("shop"), Set.of("shop")));
  }

  private void importBaseline() throws IOException {
    importing.run(DefinitionFiles.read(baseline.root()), "definitions", "as the files say");
  }

  private static FlagState state(String environment, String flag) {
    return states.find(environment, flag).orElseThrow().state();
  }
}
