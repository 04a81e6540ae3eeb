package com.alexandrite.console.preview;

import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.preview.Depth;
import com.alexandrite.preview.PreviewDesk;
import com.alexandrite.preview.PreviewView;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The desk of this console, which may have none. */
@Component
public class Previews {
  private final ObjectProvider<PreviewDesk> desk;

  Previews(ObjectProvider<PreviewDesk> desk) {
    this.desk = desk;
  }

  /** Whether this console makes previews. */
  public boolean offered() {
    return desk.getIfAvailable() != null;
  }

  /** The desk; without one nothing about previews is found. */
  public PreviewDesk desk() {
    PreviewDesk found = desk.getIfAvailable();
    if (found == null) {
      throw new ProblemException(
          HttpStatus.NOT_FOUND,
          "previews-off",
          "This console makes no previews.",
          "Bring the platform up from a git checkout with ./alexandrite up.");
    }
    return found;
  }

  /** A preview that there is. */
  public PreviewView known(String name) {
    return desk().find(name).orElseThrow(() -> unknown(name));
  }

  /** Turns the desk's answer that it knows no such preview into a refusal. */
  public static void unlessKnown(boolean known, String name) {
    if (!known) {
      throw unknown(name);
    }
  }

  /** The depth that somebody named; null when it shall be chosen from what changed. */
  public static @Nullable Depth depth(@Nullable String word) {
    try {
      return word == null || word.isBlank() ? null : Depth.of(word.strip());
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(
          "depth-unknown",
          "No depth is called " + word + ".",
          "Send overlay, overlay+state or full, or nothing to have it chosen.");
    }
  }

  private static ProblemException unknown(String name) {
    return new ProblemException(
        HttpStatus.NOT_FOUND,
        "preview-unknown",
        "There is no preview " + name + ".",
        "List the previews, or make it with ./alexandrite preview create BRANCH.");
  }
}
