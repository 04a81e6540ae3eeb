package com.alexandrite.console.preview.api;

import com.alexandrite.console.release.ConsoleSettings;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.PreviewView;
import com.alexandrite.preview.Space;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
          new LogFile(home.resolve("previews").resolve(view.name()).resolve("build.log")));
    }
    return view.services().stream()
        .filter(service -> service.name().equals(log) || service.log().equals(log))
        .findFirst()
        .map(service -> new LogFile(home.resolve("logs").resolve(file(view, service))));
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

  private static String file(PreviewView view, PreviewView.Service service) {
    Space space = new Space("", new PreviewName(view.name()), "");
    return space.process(service.name()) + ".log";
  }
}
