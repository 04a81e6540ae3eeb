package com.alexandrite.rollouts.local.rig;

import static org.awaitility.Awaitility.await;

import com.alexandrite.environment.process.FileProcessHost;
import com.alexandrite.environment.process.SupervisorDaemon;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The real supervisor of a home folder; ends every process of it when closed. */
public final class RunningSupervisor implements AutoCloseable {
  private final FileProcessHost host;
  private final SupervisorDaemon daemon;

  public RunningSupervisor(Path home) throws IOException {
    this.host = new FileProcessHost(home);
    this.daemon = new SupervisorDaemon(home);
    daemon.ensureRunningWhileIAm(System.getProperty("java.class.path"));
  }

  public FileProcessHost host() {
    return host;
  }

  @Override
  public void close() {
    host.wanted().keySet().forEach(host::unwant);
    await().atMost(Duration.ofSeconds(30)).until(() -> host.observe().isEmpty());
    daemon.stop();
    await().until(() -> daemon.running().isEmpty());
  }
}
