package com.alexandrite.kit.preview;

import java.util.Optional;

/**
 * The space that this process works in: what it does, says and answers belongs there, whatever its
 * caller claims.
 *
 * @param name the preview's name; empty for the baseline
 */
public record OwnSpace(String name) {

  /** The member of the baggage that names the space. */
  public static final String MEMBER = "preview";

  /** The baseline's. */
  public static final OwnSpace BASELINE = new OwnSpace("");

  /** The preview that this is, if it is one. */
  public Optional<String> preview() {
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  /**
   * Marks what leaves this process: with the own preview, or with none in the baseline, whose facts
   * no stranger's header may turn into ones that nobody handles.
   */
  public Baggage mark(Baggage given) {
    return name.isEmpty() ? given.without(MEMBER) : given.with(MEMBER, name);
  }

  /** What this work carries, marked, for the header of what follows from it. */
  public Optional<String> outgoing() {
    return mark(Baggage.current()).header();
  }

  /**
   * Says why what carries this baggage must not be handled here; empty if it may. Every preview
   * marks what it sends, so what is not marked is the baseline's.
   */
  public Optional<String> refuses(Baggage given) {
    String from = given.value(MEMBER).orElse("");
    return from.equals(name)
        ? Optional.empty()
        : Optional.of("it belongs to " + called(from) + ", and this is " + called(name));
  }

  private static String called(String space) {
    return space.isEmpty() ? "the baseline" : "preview " + space;
  }
}
