package com.alexandrite.preview.space;

import com.alexandrite.environment.local.Broker;
import com.alexandrite.environment.local.RabbitAdmin;
import com.alexandrite.environment.local.RabbitAdmin.Rights;
import com.alexandrite.preview.Content;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewResource;
import com.alexandrite.preview.Problem;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A virtual host in the message broker and a user of the same name. In the baseline's virtual host
 * the user hears of flags and does nothing else: neither an order's message nor a flag's change can
 * come from a preview. It begins with the queues of the baseline's services, so that a message
 * waits for one that does not run yet.
 */
public final class BrokerSpace implements PreviewResource {

  /** Several times what all services of the product open. */
  private static final Map<String, Integer> LIMITS =
      Map.of("max-connections", 64, "max-queues", 256);

  private static final String OWN_QUEUES = "amq\\.gen.*";
  private static final Rights FLAGS_ONLY =
      new Rights(
          "^" + OWN_QUEUES + "$",
          "^(flags\\.applied|" + OWN_QUEUES + ")$",
          "^(flags\\.changed|" + OWN_QUEUES + ")$");

  private final String installation;
  private final Broker baseline;
  private final Optional<RabbitAdmin> admin;

  /**
   * In a broker.
   *
   * @param baseline how the baseline's services reach it
   * @param admin its management; without it no preview can be made
   */
  public BrokerSpace(String installation, Broker baseline, Optional<RabbitAdmin> admin) {
    this.installation = installation;
    this.baseline = baseline;
    this.admin = admin;
  }

  @Override
  public String kind() {
    return "broker";
  }

  @Override
  public Set<PreviewName> found() throws IOException {
    if (admin.isEmpty()) {
      return Set.of();
    }
    Set<String> names = new TreeSet<>(admin.get().vhosts());
    names.addAll(admin.get().users());
    return NamedSpaces.among(names, Space.vhostPrefix(installation), "");
  }

  @Override
  public void make(Space space, Content content) throws IOException, PreviewFailure {
    RabbitAdmin rabbit = admin.orElseThrow(this::notAdministrable);
    String name = space.vhost();
    rabbit.ensureVhost(name);
    for (var limit : LIMITS.entrySet()) {
      rabbit.limit(name, limit.getKey(), limit.getValue());
    }
    rabbit.ensureUser(name, space.secret("broker"));
    rabbit.permit(name, name, Rights.ALL);
    rabbit.permit(baseline.vhost(), name, FLAGS_ONLY);
    rabbit.define(
        name, ServiceQueues.beginning(rabbit.definitions(baseline.vhost()), content.fromBranch()));
  }

  @Override
  public Map<String, String> variables(Space space, String service) {
    Map<String, String> variables = new LinkedHashMap<>();
    String password = space.secret("broker");
    variables.put("SPRING_RABBITMQ_VIRTUAL_HOST", space.vhost());
    variables.put("ALEXANDRITE_FLAGS_BROKER_VIRTUALHOST", baseline.vhost());
    for (String prefix : List.of("SPRING_RABBITMQ_", "ALEXANDRITE_FLAGS_BROKER_")) {
      variables.put(prefix + "USERNAME", space.vhost());
      variables.put(prefix + "PASSWORD", password);
    }
    return variables;
  }

  @Override
  public void remove(PreviewName name) throws IOException {
    if (admin.isPresent()) {
      String both = Space.vhostPrefix(installation) + name;
      admin.get().deleteVhost(both);
      admin.get().deleteUser(both);
    }
  }

  /** How many messages wait in each queue of a preview; empty when it has no virtual host. */
  public Map<String, Integer> waiting(Space space) throws IOException {
    return admin.isEmpty() ? Map.of() : admin.get().waiting(space.vhost());
  }

  /** Services for which messages wait; what is parked waits for a person. */
  public Set<String> demand(Space space) throws IOException {
    return waiting(space).entrySet().stream()
        .filter(queue -> queue.getValue() > 0 && ServiceQueues.isWork(queue.getKey()))
        .flatMap(queue -> ServiceQueues.service(queue.getKey()).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private PreviewFailure notAdministrable() {
    return new PreviewFailure(
        new Problem(
            "broker-not-administrable",
            "The message broker at %s:%d is not ours, and nothing tells where it is managed; so no"
                    .formatted(baseline.host(), baseline.port())
                + " preview can have a virtual host of its own, and none is made.",
            "Set ALEXANDRITE_RABBITMQ_MANAGEMENT_URL to http://user:password@host:15672 with an"
                + " administrator of that broker and start the platform again, or unset"
                + " ALEXANDRITE_RABBITMQ_URL."));
  }
}
