package com.alexandrite.flags.togglz;

import static com.alexandrite.flags.testing.contract.ContractFlags.GROWING;
import static com.alexandrite.flags.testing.contract.ContractFlags.GUARDED;
import static com.alexandrite.flags.testing.contract.ContractFlags.LAYOUT;
import static com.alexandrite.flags.testing.contract.ContractFlags.document;
import static com.alexandrite.flags.testing.contract.ContractFlags.grown;
import static com.alexandrite.flags.testing.contract.ContractFlags.killed;
import static com.alexandrite.flags.testing.contract.ContractFlags.layered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.Unit;
import com.alexandrite.flags.testing.contract.ContractFlags;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;
import org.togglz.core.repository.FeatureState;

/** Somebody changes flags with Togglz's own means. */
class ChangesInTogglzIT {
  @RegisterExtension static final BackingServers servers = BackingServers.postgres();

  private final LiveFlags live = new LiveFlags(ContractFlags.ALL, false);

  @BeforeEach
  void forget() {
    ServiceProcess.forget(ServiceProcess.database(servers));
  }

  private ServiceProcess process() {
    return new ServiceProcess(ServiceProcess.database(servers), "the test's database", live);
  }

  private static FlagState state(FlagDocument document, Flag<?> flag) {
    return document.flags().stream()
        .filter(state -> state.key().equals(flag.key()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void disableKeepsStrategyAndPercentage() throws IOException {
    ServiceProcess process = process();
    process.provider.pushed(document(1, grown(2_500), layered()));

    process.togglz.disable(ServiceProcess.feature(GROWING));
    assertThat(process.provider.read().flags()).containsExactly(killed(grown(2_500)), layered());
    FeatureState told = process.togglz.getFeatureState(ServiceProcess.feature(GROWING));
    assertThat(told.isEnabled()).isFalse();
    assertThat(told.getStrategyId()).isEqualTo(RulesStrategy.ID);
    assertThat(told.getParameter(RulesStrategy.RULES)).contains("2500");
    process.togglz.enable(ServiceProcess.feature(GROWING));
    assertThat(process.provider.read().flags()).containsExactly(grown(2_500), layered());
  }

  @Test
  void beginsWithTheFallbacksAndSwitchesOnForEverybody() throws IOException {
    ServiceProcess process = process();
    FlagDocument first = process.provider.read();
    assertThat(first.version()).isZero();
    live.apply(first);
    for (Flag<?> flag : ContractFlags.ALL) {
      assertThat(live.value(flag, EvaluationContext.NOBODY))
          .isEqualTo(flag.fallbackVariant().value());
    }
    assertThat(process.isActive(GUARDED, EvaluationContext.NOBODY)).isTrue();

    process.togglz.enable(ServiceProcess.feature(GROWING));
    process.togglz.enable(ServiceProcess.feature(LAYOUT));
    assertThat(state(process.provider.read(), GROWING).rules())
        .containsExactly(Rule.everybody(10_000, Flag.ON));
    assertThat(state(process.provider.read(), LAYOUT).rules())
        .containsExactly(Rule.everybody(10_000, "tiles"));
    assertThat(process.isActive(GROWING, EvaluationContext.NOBODY)).isTrue();
    assertThat(process.provider.pushed(document(1, grown(0)))).isEqualTo(document(1, grown(0)));
  }

  @Test
  void takesRulesThatSomebodyTyped() throws IOException {
    ServiceProcess process = process();
    process.provider.pushed(document(1, grown(0)));
    FeatureState typed =
        new FeatureState(ServiceProcess.feature(GROWING), true)
            .setStrategyId(RulesStrategy.ID)
            .setParameter(
                RulesStrategy.RULES,
                "[{\"conditions\": [], \"share\": 3000, \"serve\": [{\"variant\": \"on\", \"weight\": 1}]}]");
    process.togglz.setFeatureState(typed);

    assertThat(state(process.provider.read(), GROWING))
        .isEqualTo(ContractFlags.on(GROWING, Rule.everybody(3_000, Flag.ON)));
    live.apply(process.provider.read());
    IntStream.range(0, 200)
        .mapToObj(at -> EvaluationContext.of(Unit.USER, "person-" + at))
        .forEach(
            one -> assertThat(process.isActive(GROWING, one)).isEqualTo(live.isOn(GROWING, one)));
  }

  @Test
  void refusesWhatCodeCouldNotFollow() throws IOException {
    ServiceProcess process = process();
    process.provider.pushed(document(1, grown(100)));
    FeatureState gradual =
        new FeatureState(ServiceProcess.feature(GROWING), true).setStrategyId("gradual");
    FeatureState broken =
        new FeatureState(ServiceProcess.feature(GROWING), true)
            .setStrategyId(RulesStrategy.ID)
            .setParameter(RulesStrategy.RULES, "[{'share': 20000}]");

    assertThatThrownBy(() -> process.togglz.setFeatureState(gradual))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gradual");
    assertThatThrownBy(() -> process.togglz.setFeatureState(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no rules");
    assertThat(process.provider.read()).isEqualTo(document(1, grown(100)));
  }

  @Test
  void keepsAKillWhenAnotherFlagIsChangedByTheServer() throws IOException {
    ServiceProcess process = process();
    process.provider.pushed(document(1, grown(2_500), layered()));
    process.togglz.disable(ServiceProcess.feature(GROWING));

    process.provider.pushed(document(2, grown(2_500), killed(layered())));
    assertThat(process.provider.read().version()).isEqualTo(2);
    assertThat(process.provider.read().flags())
        .containsExactly(killed(grown(2_500)), killed(layered()));
    process.provider.pushed(document(3, grown(5_000), killed(layered())));
    assertThat(process.provider.read().flags())
        .as("what the server changes itself is as the server says")
        .containsExactly(grown(5_000), killed(layered()));
  }

  @Test
  void tellsTheOtherProcesses() throws IOException, SQLException {
    ServiceProcess one = process();
    one.provider.pushed(document(1, grown(10_000)));
    ServiceProcess other = process();
    other.provider.read();
    try (Connection listening = ServiceProcess.database(servers).getConnection();
        Statement statement = listening.createStatement()) {
      statement.execute("listen " + FlagStore.CHANNEL);
      one.togglz.disable(ServiceProcess.feature(GROWING));

      assertThat(listening.unwrap(PGConnection.class).getNotifications(10_000))
          .singleElement()
          .satisfies(it -> assertThat(it.getParameter()).isEqualTo("staging"));
    }
    live.apply(other.provider.read());
    assertThat(other.isActive(GROWING, EvaluationContext.of(Unit.USER, "anna"))).isFalse();
    assertThat(live.isOn(GROWING, EvaluationContext.of(Unit.USER, "anna"))).isFalse();
  }

  @Test
  void storesOneDocumentWhenAllProcessesAreTold() throws Exception {
    List<Callable<FlagDocument>> pushes =
        IntStream.range(0, 8)
            .mapToObj(at ->
                (Callable<FlagDocument>)
                    () -> process().provider.pushed(document(1 + at % 2, grown(at % 2))))
            .toList();
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var push : together.invokeAll(pushes)) {
        assertThat(push.get().version()).isIn(1L, 2L);
      }
    }
    assertThat(process().provider.read()).isEqualTo(document(2, grown(1)));
  }
}
