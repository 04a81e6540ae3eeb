package com.alexandrite.cli.traffic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The folder {@code traffic/} of a platform's home: what the played customers left there. */
public final class TrafficFolder {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path folder;

  /**
   * @param folder need not exist yet
   */
  public TrafficFolder(Path folder) {
    this.folder = folder;
  }

  /** The newest report; empty when there was no traffic yet. */
  public Optional<TrafficReport> report() throws IOException {
    try {
      return Optional.of(JSON.readValue(Files.readString(status()), TrafficReport.class));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  /** Forgets the report of an earlier traffic. */
  public void forgetReport() throws IOException {
    Files.deleteIfExists(status());
  }

  void write(TrafficReport report) throws IOException {
    Path next = folder.resolve("status.json.next");
    Files.writeString(next, JSON.writeValueAsString(report), StandardCharsets.UTF_8);
    Files.move(next, status(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  AcceptedOrders startAcceptedOrders(
      InstantSource clock, Observations observations, OrdersInWork work) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("accepted-orders.jsonl");
    return new AcceptedOrders(
        Files.newBufferedWriter(file, StandardCharsets.UTF_8), clock, observations, work);
  }

  Path status() {
    return folder.resolve("status.json");
  }
}
