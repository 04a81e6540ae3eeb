package com.alexandrite.e2e.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The played customers of {@code traffic}, who count what happens to them. */
public final class Crowd implements AutoCloseable {
  private final CommandLine commands;
  private final Path acceptedOrders;

  private Crowd(CommandLine commands, Path home) {
    this.commands = commands;
    this.acceptedOrders = home.resolve("traffic/accepted-orders.jsonl");
  }

  /** An order that the Shop has confirmed to a played customer. */
  public record Accepted(String orderId, String customer) {}

  static Crowd arrives(CommandLine commands, Path home, int rate) {
    CommandLine.Ended started =
        commands.run("traffic", "start", "--rate", String.valueOf(rate), "--for", "900");
    if (started.exitCode() != 0) {
      throw new AssertionError("traffic did not start:\n" + started.log());
    }
    return new Crowd(commands, home);
  }

  /** What they have seen up to now. */
  public JsonNode sees() {
    return commands.run("traffic", "status").result();
  }

  /** Waits until they have got some answers, so that the platform is warm. */
  public void isServed(int requests) {
    Eventually.see(
        requests + " requests of the crowd",
        Duration.ofMinutes(1),
        this::sees,
        seen -> seen.path("requests").asInt(0) >= requests);
  }

  /** Every order that was confirmed to one of them. */
  public List<Accepted> acceptedOrders() {
    try {
      return Files.readAllLines(acceptedOrders).stream()
          .map(line -> JsonMapper.shared().readValue(line, Accepted.class))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** They leave; what they saw stays known. */
  public void leaves() {
    commands.run("traffic", "stop");
  }

  @Override
  public void close() {
    leaves();
  }
}
