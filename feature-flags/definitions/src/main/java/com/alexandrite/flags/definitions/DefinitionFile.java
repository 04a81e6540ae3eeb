package com.alexandrite.flags.definitions;

/** A file of definitions. The name is its path from the top of the checkout. */
record DefinitionFile(String name, String text) {

  /** The name without folders. */
  String lastName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
