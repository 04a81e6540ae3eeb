package com.alexandrite.flags.togglz;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagProvider;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.testing.contract.ContractFlags;
import com.alexandrite.flags.testing.contract.Door;
import com.alexandrite.flags.testing.contract.FlagProviderContract;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract; and Togglz's own way of asking gives the same answers. */
class TogglzProviderIT extends FlagProviderContract {
  @RegisterExtension static final BackingServers servers = BackingServers.postgres();

  private final Map<FlagProvider, ServiceProcess> started = new HashMap<>();
  private @Nullable Door door;

  @BeforeEach
  void open() throws IOException {
    ServiceProcess.forget(ServiceProcess.database(servers));
    door = new Door(ServiceProcess.port(servers));
  }

  @AfterEach
  void close() throws IOException {
    door().close();
  }

  private Door door() {
    return requireNonNull(door);
  }

  private ServiceProcess process(int port) {
    LiveFlags live = new LiveFlags(ContractFlags.ALL, false);
    return new ServiceProcess(ServiceProcess.database(servers, port), "127.0.0.1:" + port, live);
  }

  @Override
  protected FlagProvider start() {
    ServiceProcess process = process(door().port());
    started.put(process.provider, process);
    return process.provider;
  }

  /** Another process of the service was told. */
  @Override
  protected void publish(FlagDocument document) throws IOException {
    process(ServiceProcess.port(servers)).provider.pushed(document);
  }

  @Override
  protected void away() {
    door().shut();
  }

  @Override
  protected void back() {
    door().reopen();
  }

  @Override
  protected String address() {
    return "127.0.0.1:" + door().port();
  }

  @Override
  protected void agrees(FlagProvider provider, LiveFlags live, EvaluationContext context) {
    for (Flag<?> flag : ContractFlags.ALL) {
      String answer = live.decide(flag, context).variant();
      assertThat(requireNonNull(started.get(provider)).isActive(flag, context))
          .as("%s for %s %s", flag.key(), context.ids(), context.attributes())
          .isEqualTo(!answer.equals(flag.off().name()));
    }
  }
}
