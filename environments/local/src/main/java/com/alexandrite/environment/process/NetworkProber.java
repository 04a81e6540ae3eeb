package com.alexandrite.environment.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Asks over loopback, each question on a virtual thread. */
final class NetworkProber implements Prober, AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  @Override
  public CompletableFuture<Answer> ask(Probe probe) {
    return CompletableFuture.supplyAsync(() -> answer(probe), threads);
  }

  private Answer answer(Probe probe) {
    try {
      return switch (probe) {
        case Probe.Http p -> askHttp(p);
        case Probe.Tcp p -> askTcp(p);
        case Probe.Command p -> askCommand(p);
      };
    } catch (IOException e) {
      return Answer.no(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.no("interrupted");
    }
  }

  private Answer askHttp(Probe.Http probe) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(probe.uri()).timeout(probe.timeout()).build();
    int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    return status >= 200 && status < 400
        ? Answer.yes()
        : Answer.no(probe.uri() + " answers " + status);
  }

  private static Answer askTcp(Probe.Tcp probe) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(probe.host(), probe.port()), (int) probe.timeout().toMillis());
      return Answer.yes();
    }
  }

  private static Answer askCommand(Probe.Command probe) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(probe.command())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(probe.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      return Answer.no(probe.command().getFirst() + " takes longer than " + probe.timeout());
    }
    return process.exitValue() == 0
        ? Answer.yes()
        : Answer.no(probe.command().getFirst() + " exits with " + process.exitValue());
  }

  @Override
  public void close() {
    threads.shutdownNow();
    http.shutdownNow();
  }
}
