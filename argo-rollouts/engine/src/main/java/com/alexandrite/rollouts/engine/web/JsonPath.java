package com.alexandrite.rollouts.engine.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSONPath template as kubectl reads it. */
public final class JsonPath {

  private static final String WHOLE = "{$}";

  private final List<PathNode> nodes;

  private JsonPath(List<PathNode> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  /** A template, or why the text is none. */
  public sealed interface Parsed {}

  /** A template. */
  public record Valid(JsonPath path) implements Parsed {}

  /** Not a template. */
  public record Invalid(String message) implements Parsed {}

  /** What a template finds, or why not. */
  public sealed interface Found {}

  /** For each part of the template what it found, possibly nothing. */
  public record Matches(List<List<@Nullable Object>> parts) implements Found {}

  /** A step leads nowhere. */
  public record NotFound(String message) implements Found {}

  /** Reads a template; "" stands for the whole document. */
  public static Parsed parse(String text) {
    try {
      return new Valid(new JsonPath(PathParser.parse(text.isEmpty() ? WHOLE : text)));
    } catch (PathParser.NotAPath e) {
      return new Invalid(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Applies the template to a document of maps with text keys, lists, numbers, texts, booleans and
   * null.
   */
  public Found find(@Nullable Object document) {
    try {
      return new Matches(new PathSearch(nodes).find(document));
    } catch (PathSteps.Nowhere e) {
      return new NotFound(String.valueOf(e.getMessage()));
    }
  }
}
