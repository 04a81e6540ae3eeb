package com.alexandrite.flags.definitions;

/** A file of definitions. The name is its path from the top of the checkout. */
public record DefinitionFile(String name, String text) {

  /** The last part of the name without its ending. */
  String stem() {
    String last = name.substring(name.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot < 0 ? last : last.substring(0, dot);
  }
}
