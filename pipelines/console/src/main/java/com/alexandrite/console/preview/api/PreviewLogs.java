package com.alexandrite.console.preview.api;

import com.alexandrite.console.release.ConsoleSettings;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewView;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Where the logs of previews are, and who reads along. */
@Component
class PreviewLogs implements SmartLifecycle {
  private static final String BUILD = "build";

  private final Path home;
  private final Set<LogReader> readers = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  PreviewLogs(ConsoleSettings settings) {
    home = settings.home();
  }

  /** The log of its build or of one of its services. */
  Optional<LogFile> of(PreviewView view, String log) {
    if (log.equals(BUILD)) {
      return Optional.of(
          new LogFile(home.resolve("previews").resolve(view.name()).resolve("logs/build.log")));
    }
    return view.services().stream()
        .filter(service -> service.name().equals(log) || service.log().equals(log))
        .findFirst()
        .map(service -> new LogFile(newest(view, service)));
  }

  SseEmitter follow(LogFile file, int lines) {
    var reader = new LogReader(file, lines, readers::remove);
    readers.add(reader);
    return reader.begin();
  }

  @Override
  public void start() {
    running = true;
  }

  /** Ends all streams: an open one would hold the graceful shutdown of the web server up. */
  @Override
  public void stop() {
    running = false;
    readers.forEach(LogReader::end);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stops before the web server does. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  /** Each version of a service writes a log of its own: the one that was written last. */
  private Path newest(PreviewView view, PreviewView.Service service) {
    String process = new Space("", new PreviewName(view.name()), "").process(service.name());
    Path logs = home.resolve("logs");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(logs, process + ".*log")) {
      return StreamSupport.stream(files.spliterator(), false)
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .orElse(logs.resolve(process + ".log"));
    } catch (IOException notYetMade) {
      return logs.resolve(process + ".log");
    }
  }
}
