package com.alexandrite.environment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.local.Checkout;
import com.alexandrite.environment.local.Home;
import com.alexandrite.environment.local.LocalServers;
import com.alexandrite.environment.local.Ports;
import com.alexandrite.environment.local.Secrets;
import com.alexandrite.environment.local.ServiceConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A service finds on a cluster every variable that it finds on one machine. */
class VariablesIT {

  /** What the supervisor and the rollout engine add to a service's configuration. */
  private static final Set<String> OF_THE_PROCESS =
      Set.of(
          "SERVER_PORT", "MANAGEMENT_SERVER_PORT", "ALEXANDRITE_VERSION", "ALEXANDRITE_INSTANCE");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"staging", "preview", "production"})
  void all_of_one_machine_are_there(String overlay) throws IOException {
    ServiceConfiguration local = local();
    List<Manifest> rendered = Manifest.rendered("overlays/" + overlay);
    for (String service : Services.ALL) {
      Set<String> expected = new TreeSet<>(local.read(service).keySet());
      expected.addAll(OF_THE_PROCESS);
      if (overlay.equals("production")) {
        // Whoever is not told to rehearse faults spoils nothing.
        expected.remove("ALEXANDRITE_DRILLS");
      }
      expected.add("ALEXANDRITE_POD_TEMPLATE_HASH");
      assertThat(variables(rendered, service)).as(service).containsAll(expected);
    }
  }

  /** The hash of the content is in the name, so another content is another pod template. */
  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void a_changed_configuration_is_a_revision(String overlay) throws IOException {
    List<Manifest> rendered = Manifest.rendered("overlays/" + overlay);
    for (String service : Services.ALL) {
      String name = Manifest.configMap(rendered, service);
      assertThat(name).matches(service + "-[a-z0-9]{10}");
      assertThat(
              Manifest.one(rendered, "ConfigMap", name)
                  .json()
                  .at("/metadata/annotations")
                  .path("argocd.argoproj.io/sync-options")
                  .asString())
          .isEqualTo("Prune=false");
    }
  }

  @Test
  void no_password_is_in_a_config_map() throws IOException {
    for (String overlay : List.of("staging", "preview", "production")) {
      for (String service : Services.ALL) {
        assertThat(Manifest.data(Manifest.rendered("overlays/" + overlay), service).keySet())
            .noneMatch(it -> it.endsWith("PASSWORD") || it.endsWith("_KEY"));
      }
    }
  }

  /** From the ConfigMap, the Secret and the container itself. */
  private static Set<String> variables(List<Manifest> rendered, String service) throws IOException {
    Set<String> all = new TreeSet<>(Manifest.data(rendered, service).keySet());
    all.addAll(secrets(service));
    JsonNode own =
        Manifest.workload(rendered, service).json().at("/spec/template/spec/containers/0/env");
    own.forEach(it -> all.add(it.path("name").asString()));
    return all;
  }

  /** What the Job of a space writes; staging and production are given the same keys by hand. */
  private static Set<String> secrets(String service) throws IOException {
    return Set.copyOf(SpaceScripts.secrets().getOrDefault(service, Map.of()).keySet());
  }

  private ServiceConfiguration local() throws IOException {
    var home = new Home(folder.resolve("home")).create();
    var ports = Ports.of(home, false);
    var secrets = new Secrets(home);
    var servers = new LocalServers(home, ports, secrets, Map.of(), new Checkout(Tools.checkout()));
    var configuration = new ServiceConfiguration(home, ports, secrets, servers);
    configuration.write(Tools.checkout().resolve("argo-rollouts/manifests/shop"));
    return configuration;
  }
}
