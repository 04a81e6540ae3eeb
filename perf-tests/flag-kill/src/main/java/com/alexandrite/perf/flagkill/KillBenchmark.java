package com.alexandrite.perf.flagkill;

import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.Unit;
import com.alexandrite.flags.server.change.Change;
import com.alexandrite.flags.server.change.ChangingFlag;
import com.alexandrite.flags.server.change.Edit;
import com.alexandrite.flags.server.change.History;
import com.alexandrite.flags.server.change.ImportingDefinitions;
import com.alexandrite.flags.server.change.Order;
import com.alexandrite.flags.server.change.Outcome;
import com.alexandrite.flags.server.definition.FlagDefinition;
import com.alexandrite.flags.server.definition.FlagDefinition.Initial;
import com.alexandrite.flags.server.definition.FlagDefinition.VariantValue;
import com.alexandrite.flags.server.definition.FlagDefinitions;
import com.alexandrite.flags.server.instance.Instances;
import com.rabbitmq.client.ConnectionFactory;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A hundred kills with eight instances against the real database and broker, and as many with one
 * of the eight starting anew at each: from the click to the report of the last instance, on the
 * server's clock.
 */
public final class KillBenchmark {
  private static final int KILLS = 100;
  private static final int INSTANCES = 8;
  private static final int WARM_UP = 20;
  private static final String FLAG = "measured";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ConfigurableApplicationContext server;
  private final ConnectionFactory broker;
  private final URI address;
  private final List<MeasuredInstance> instances = new ArrayList<>();

  private KillBenchmark(ConfigurableApplicationContext server, ConnectionFactory broker) {
    this.server = server;
    this.broker = broker;
    this.address =
        URI.create("http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port"));
  }

  /** Prints a table. */
  public static void main(String[] arguments) throws Exception {
    BackingServers servers = BackingServers.postgres().rabbit();
    var broker = new ConnectionFactory();
    broker.setPort(servers.rabbitPort());
    broker.setUsername(servers.rabbitUser());
    broker.setPassword(servers.rabbitPassword());
    broker.setVirtualHost(servers.rabbitVhost());
    try (ConfigurableApplicationContext server = MeasuredServer.start(servers)) {
      new KillBenchmark(server, broker).run();
    }
  }

  private void run() throws Exception {
    define();
    for (int one = 0; one < INSTANCES; one++) {
      instances.add(new MeasuredInstance("instance-" + one, address, broker));
    }
    await(() -> server.getBean(Instances.class).alive("local").size() == INSTANCES);
    kills(WARM_UP, false);
    System.out.println("| click to last instance, ms | kills | p50 | p95 | p99 | longest |");
    System.out.println("|---|---|---|---|---|---|");
    print("8 instances", kills(KILLS, false));
    print("one of 8 starting", kills(KILLS, true));
    instances.forEach(MeasuredInstance::close);
  }

  private void define() {
    FlagDefinition flag =
        new FlagDefinition(
            FLAG,
            "Switched by the measurement.",
            "platform",
            FlagType.KILL_SWITCH,
            Unit.USER,
            List.of(new VariantValue(Flag.OFF, false), new VariantValue(Flag.ON, true)),
            Flag.OFF,
            LocalDate.EPOCH,
            null,
            Map.of("local", new Initial(true, List.of(Rule.everybody(10_000, Flag.ON)))));
    server
        .getBean(ImportingDefinitions.class)
        .run(new FlagDefinitions(List.of(flag), List.of()), "measurement", "begins");
  }

  private List<Long> kills(int count, boolean starting) throws Exception {
    List<Long> times = new ArrayList<>();
    for (int kill = 0; kill < count; kill++) {
      Thread begins = starting ? startAnew(kill % INSTANCES) : Thread.ofVirtual().start(() -> {});
      times.add(everywhere(change(new Edit.SwitchOff())));
      begins.join();
      everywhere(change(new Edit.SwitchOn()));
    }
    return times.stream().sorted().toList();
  }

  /** The instance ends, and begins again while the kill is on its way. */
  private Thread startAnew(int at) {
    instances.get(at).close();
    return Thread.ofVirtual()
        .start(() -> {
          try {
            instances.set(at, new MeasuredInstance("instance-" + at, address, broker));
          } catch (Exception e) {
            throw new IllegalStateException("the instance does not start", e);
          }
        });
  }

  private long change(Edit edit) {
    Outcome outcome =
        server
            .getBean(ChangingFlag.class)
            .change(Order.of("local", FLAG, edit, "measurement", "measured", null));
    return outcome instanceof Outcome.Done done ? done.change().id() : -1;
  }

  private long everywhere(long change) {
    History history = server.getBean(History.class);
    await(() -> history.known(change).everywhereMs() != null);
    Change measured = history.known(change);
    Long time = measured.everywhereMs();
    return time == null ? Long.MAX_VALUE : time;
  }

  private static void await(BooleanSupplier done) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("not everywhere after " + PATIENCE);
      }
      LockSupport.parkNanos(2_000_000);
    }
  }

  private static void print(String what, List<Long> times) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %d |%n",
        what,
        times.size(),
        times.get(times.size() / 2),
        times.get(times.size() * 95 / 100),
        times.get(times.size() * 99 / 100),
        times.getLast());
  }
}
