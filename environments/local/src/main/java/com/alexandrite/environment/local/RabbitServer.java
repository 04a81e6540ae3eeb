package com.alexandrite.environment.local;

import com.alexandrite.environment.process.ProcessKind;
import com.alexandrite.environment.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** RabbitMQ as one node with its own port mapper, so that nothing of it is shared with others. */
public final class RabbitServer implements BackingServer {

  static final String USER = "alexandrite";

  private final Home home;
  private final Ports ports;
  private final String password;
  private final String cookie;

  /** The server of this home. */
  public RabbitServer(Home home, Ports ports, Secrets secrets) throws IOException {
    this.home = home;
    this.ports = ports;
    this.password = secrets.get("rabbitmq");
    this.cookie = secrets.get("rabbitmq-cookie");
  }

  @Override
  public String name() {
    return "rabbitmq";
  }

  @Override
  public void prepare() throws IOException {
    Path data = home.data(name());
    home.write("rabbitmq/rabbitmq.conf", configuration());
    home.write("rabbitmq/enabled_plugins", "[rabbitmq_management,rabbitmq_prometheus].\n");
    home.write("rabbitmq/start.sh", startScript());
    Path cookieFile = data.resolve(".erlang.cookie");
    if (!Files.exists(cookieFile)) {
      Files.writeString(cookieFile, cookie);
      Files.setPosixFilePermissions(cookieFile, PosixFilePermissions.fromString("r--------"));
    }
  }

  private String configuration() {
    return """
    listeners.tcp.default = 127.0.0.1:%d
    management.tcp.ip = 127.0.0.1
    management.tcp.port = %d
    prometheus.tcp.ip = 127.0.0.1
    prometheus.tcp.port = %d
    default_user = %s
    default_pass = %s
    default_vhost = /
    disk_free_limit.absolute = 200MB
    vm_memory_high_watermark.absolute = 512MB
    log.console = true
    log.console.level = warning
    log.file = false
    collect_statistics_interval = 5000
    """
        .formatted(
            ports.get("rabbitmq"),
            ports.get("rabbitmq-management"),
            ports.get("rabbitmq-metrics"),
            USER,
            password);
  }

  /**
   * The port mapper is started here, in the node's process group, and so ends with it; one started
   * by the node itself would outlive everything.
   */
  private String startScript() {
    return """
    #!/bin/sh
    epmd -address 127.0.0.1 -port %d &
    exec %s
    """
        .formatted(ports.get("rabbitmq-epmd"), Programs.requireRabbit("rabbitmq-server"));
  }

  @Override
  public ProcessSpec spec() throws IOException {
    return new ProcessSpec(
        name(),
        ProcessKind.BACKING,
        List.of("/bin/sh", home.resolve("rabbitmq/start.sh").toString()),
        environment(),
        home.data(name()),
        Probes.tcp(ports.get("rabbitmq")),
        Duration.ofSeconds(30),
        Map.of(),
        "127.0.0.1:" + ports.get("rabbitmq"),
        null);
  }

  private Map<String, String> environment() throws IOException {
    Path data = home.data(name());
    Map<String, String> environment =
        new HashMap<>(Configurations.stamp(home, "rabbitmq/rabbitmq.conf", "rabbitmq/start.sh"));
    environment.put("HOME", data.toString());
    environment.put("ERL_EPMD_PORT", Integer.toString(ports.get("rabbitmq-epmd")));
    environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
    environment.put("RABBITMQ_NODENAME", "alexandrite@localhost");
    environment.put("RABBITMQ_NODE_PORT", Integer.toString(ports.get("rabbitmq")));
    environment.put("RABBITMQ_DIST_PORT", Integer.toString(ports.get("rabbitmq-distribution")));
    environment.put("RABBITMQ_MNESIA_BASE", data.resolve("mnesia").toString());
    environment.put("RABBITMQ_LOG_BASE", data.resolve("log").toString());
    environment.put("RABBITMQ_PID_FILE", data.resolve("pid").toString());
    environment.put("RABBITMQ_CONF_ENV_FILE", home.resolve("rabbitmq/none").toString());
    environment.put("RABBITMQ_CONFIG_FILE", home.resolve("rabbitmq/rabbitmq.conf").toString());
    environment.put(
        "RABBITMQ_ENABLED_PLUGINS_FILE", home.resolve("rabbitmq/enabled_plugins").toString());
    // Few threads that do not spin: the machine is shared with everything else.
    environment.put(
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none");
    // Makes the script become the node instead of its parent, so that signals reach it.
    environment.put("RUNNING_UNDER_SYSTEMD", "true");
    environment.put("LANG", "C.UTF-8");
    return environment;
  }

  /** Where to administer it. */
  public RabbitAdmin admin() {
    return new RabbitAdmin(ports.get("rabbitmq-management"), USER, password);
  }

  /** Its AMQP port on 127.0.0.1. */
  public int port() {
    return ports.get("rabbitmq");
  }
}
