package com.alexandrite.flags.definitions;

import java.util.List;
import java.util.stream.Collectors;

/** Definition files with mistakes; the message names all of them. */
public final class BadDefinitions extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With at least one mistake. */
  public BadDefinitions(List<Mistake> mistakes) {
    super(
        mistakes.stream()
            .map(Mistake::toString)
            .collect(
                Collectors.joining(
                    "\n", "The flag definitions have " + mistakes.size() + " mistake(s):\n", "")));
  }
}
