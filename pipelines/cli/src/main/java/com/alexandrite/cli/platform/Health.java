package com.alexandrite.cli.platform;

import com.alexandrite.environment.local.BackingServer;
import com.alexandrite.environment.local.Ports;
import com.alexandrite.environment.local.ServiceConfiguration;
import com.alexandrite.environment.local.ServiceProcess;
import com.alexandrite.environment.process.ProcessIdentity;
import com.alexandrite.environment.process.ProcessState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The platform at a glance: the fields of {@code status --json}.
 *
 * @param healthy whether all components are
 * @param previews processes of previews; they come and go, and one that fails is its branch's
 *     business
 */
record Health(
    boolean healthy,
    List<Component> components,
    List<Component> previews,
    Map<String, String> addresses) {
  private static final String PREVIEW = "preview";

  static Health of(Platform platform) {
    return of(components(platform), addresses(platform.ports()));
  }

  static Health of(List<Component> all, Map<String, String> addresses) {
    List<Component> components = all.stream().filter(each -> !isPreview(each.name())).toList();
    List<Component> previews =
        all.stream()
            .filter(each -> isPreview(each.name()))
            .map(each -> each.ofKind(PREVIEW))
            .toList();
    boolean healthy = components.stream().allMatch(Component::healthy);
    return new Health(healthy, components, previews, addresses);
  }

  /** As {@code preview.feature-rings.shop}. */
  private static boolean isPreview(String process) {
    return process.startsWith(PREVIEW + ".");
  }

  /** The addresses to open. */
  static Map<String, String> addresses(Ports ports) {
    Map<String, String> addresses = new LinkedHashMap<>();
    for (String site : List.of("shop", "crm", "mes", "console", "api")) {
      addresses.put(site, ServiceConfiguration.address(ports, site));
    }
    return addresses;
  }

  private static List<Component> components(Platform platform) {
    Map<String, ProcessState> states = platform.host().observe();
    Optional<ProcessIdentity> supervisor = platform.supervisor().running();
    Map<String, Component> byName = new TreeMap<>();
    for (BackingServer server : platform.servers().own()) {
      byName.put(server.name(), Component.missing(server.name(), "backing"));
    }
    String console = ServiceProcess.CONSOLE.name();
    byName.put(console, Component.missing(console, "platform"));
    platform
        .host()
        .wanted()
        .values()
        .forEach(spec -> byName.put(spec.name(), Component.unseen(spec)));
    if (supervisor.isPresent()) {
      states.values().forEach(state -> byName.put(state.name(), Component.of(state)));
    }
    ServiceRollouts.ALL.stream()
        .filter(service -> byName.keySet().stream().noneMatch(it -> it.startsWith(service + "-")))
        .forEach(service -> byName.put(service, Component.missing(service, "service")));
    byName.put("supervisor", supervisor(supervisor));
    return sorted(byName);
  }

  private static List<Component> sorted(Map<String, Component> byName) {
    List<Component> components = new ArrayList<>(byName.values());
    components.sort(java.util.Comparator.comparing(Component::kind).thenComparing(Component::name));
    return components;
  }

  private static Component supervisor(Optional<ProcessIdentity> running) {
    return running
        .map(process ->
            new Component(
                "supervisor", "platform", true, process.pid(), null, null, "READY", 0, ""))
        .orElseGet(() -> Component.missing("supervisor", "platform"));
  }
}
