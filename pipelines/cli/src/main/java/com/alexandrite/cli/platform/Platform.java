package com.alexandrite.cli.platform;

import com.alexandrite.environment.artifact.ArtifactStore;
import com.alexandrite.environment.local.Checkout;
import com.alexandrite.environment.local.LocalServers;
import com.alexandrite.environment.local.Ports;
import com.alexandrite.environment.local.Secrets;
import com.alexandrite.environment.local.ServiceConfiguration;
import com.alexandrite.environment.process.FileProcessHost;
import com.alexandrite.environment.process.SupervisorDaemon;
import java.io.IOException;

/** The parts of one installation, composed. */
record Platform(
    Installation installation,
    Ports ports,
    LocalServers servers,
    ServiceConfiguration configuration,
    ArtifactStore artifacts,
    FileProcessHost host,
    SupervisorDaemon supervisor) {

  static Platform of(Installation installation) throws IOException {
    var home = installation.home().create();
    var ports = installation.ports();
    var secrets = new Secrets(home);
    var servers =
        new LocalServers(
            home, ports, secrets, System.getenv(), new Checkout(installation.checkout()));
    return new Platform(
        installation,
        ports,
        servers,
        new ServiceConfiguration(home, ports, secrets, servers),
        new ArtifactStore(home.path()),
        new FileProcessHost(home.path()),
        new SupervisorDaemon(home.path()));
  }

  /** This program's own jars: they stay where they are, whatever is built meanwhile. */
  static String ownClassPath() {
    return System.getProperty("java.class.path");
  }
}
