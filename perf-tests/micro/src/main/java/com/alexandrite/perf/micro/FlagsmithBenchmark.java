package com.alexandrite.perf.micro;

import com.flagsmith.FlagsmithClient;
import com.flagsmith.config.FlagsmithConfig;
import com.flagsmith.exceptions.FlagsmithClientError;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Flagsmith's Java client, which evaluates locally what a server gave it. */
@State(Scope.Thread)
public class FlagsmithBenchmark extends OneCall {
  private record Identity(String id, Map<String, Object> traits) {}

  private final EnvironmentServer server = EnvironmentServer.start();
  private final People<Identity> people = new People<>(FlagsmithBenchmark::identity);
  private final FlagsmithClient client =
      FlagsmithClient.newBuilder()
          .setApiKey("ser.benchmark")
          .withConfiguration(
              FlagsmithConfig.newBuilder()
                  .baseUri(server.address())
                  .withLocalEvaluation(true)
                  .build())
          .build();

  private static Identity identity(People.Person person) {
    return new Identity(
        person.id(),
        Map.of(
            "kind",
            person.kind(),
            "country",
            person.country(),
            "orders",
            Integer.valueOf(person.orders())));
  }

  /** Ends the client's threads and the server. */
  @TearDown
  public void close() {
    client.close();
    server.close();
  }

  /** Switched off. */
  @Benchmark
  public boolean off() throws FlagsmithClientError {
    return isOn("off");
  }

  /** On for everybody. */
  @Benchmark
  public boolean everybody() throws FlagsmithClientError {
    return isOn("everybody");
  }

  /** On for 10 %. */
  @Benchmark
  public boolean tenth() throws FlagsmithClientError {
    return isOn("tenth");
  }

  /** On for regulars of two countries, and for half of the partners. */
  @Benchmark
  public boolean twoRules() throws FlagsmithClientError {
    return isOn("two-rules");
  }

  private boolean isOn(String feature) throws FlagsmithClientError {
    Identity identity = people.next();
    return client.getIdentityFlags(identity.id(), identity.traits()).isFeatureEnabled(feature);
  }
}
