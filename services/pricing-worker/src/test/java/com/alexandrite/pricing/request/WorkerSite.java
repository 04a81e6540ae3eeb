package com.alexandrite.pricing.request;

import com.alexandrite.environment.artifact.Artifact;
import com.alexandrite.environment.testing.BackingServers;
import com.alexandrite.pricing.PricingWorkerApplication;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

/**
 * Workers as processes with the JVM options that artifacts run with, a store that the test answers
 * for, and the Shop. The cache is away all the time.
 */
final class WorkerSite implements AutoCloseable {

  private final BackingServers servers;
  private final Path logs;
  private final HttpServer store;
  private final CachingConnectionFactory connections;
  private final ShopSide shop;
  private final List<Process> workers = new ArrayList<>();

  WorkerSite(BackingServers servers, Path logs, HttpHandler models) throws IOException {
    this.servers = servers;
    this.logs = logs;
    store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    store.createContext("/", models);
    store.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    store.start();
    connections = new CachingConnectionFactory("127.0.0.1", servers.rabbitPort());
    connections.setVirtualHost(servers.rabbitVhost());
    connections.setUsername(servers.rabbitUser());
    connections.setPassword(servers.rabbitPassword());
    shop = new ShopSide(connections);
  }

  ShopSide shop() {
    return shop;
  }

  Process startWorker(String name) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(Artifact.SMALL_JVM);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(PricingWorkerApplication.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.putAll(servers.environment());
    environment.put("SPRING_DATA_REDIS_URL", "redis://127.0.0.1:1");
    environment.put("ALEXANDRITE_S3_ENDPOINT", "http://127.0.0.1:" + store.getAddress().getPort());
    environment.put("ALEXANDRITE_S3_ACCESS_KEY", "key");
    environment.put("ALEXANDRITE_S3_SECRET_KEY", "secret");
    environment.put("SERVER_PORT", "0");
    environment.put("MANAGEMENT_SERVER_PORT", "0");
    File log = logs.resolve(name + ".log").toFile();
    Process worker = builder.redirectErrorStream(true).redirectOutput(log).start();
    workers.add(worker);
    return worker;
  }

  @Override
  public void close() {
    store.stop(0);
    shop.close();
    connections.destroy();
    for (Process worker : workers) {
      worker.destroyForcibly().onExit().join();
    }
  }
}
