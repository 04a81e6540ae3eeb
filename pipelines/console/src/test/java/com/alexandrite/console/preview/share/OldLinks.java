package com.alexandrite.console.preview.share;

import com.alexandrite.console.preview.ConsoleAddress;
import com.alexandrite.console.release.ConsoleSettings;
import com.alexandrite.preview.PreviewView;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** Links as a console with the same token made them at another time. */
public final class OldLinks {
  private OldLinks() {}

  /** A link of an hour that was made then. */
  public static String made(Instant then, PreviewView view, String token, ConsoleAddress console) {
    var settings =
        new ConsoleSettings(
            Path.of(""), URI.create("http://127.0.0.1"), Path.of("socket"), Path.of(""), 1, token);
    return new SharedLinks(settings, console, InstantSource.fixed(then)).make(view, 1).url();
  }
}
