package com.alexandrite.rollouts.engine.condition;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** What the checker found out about each node of one tree. */
final class Types {

  private final IdentityHashMap<Node, Nature> natures = new IdentityHashMap<>();
  private final Set<Node> floats = Collections.newSetFromMap(new IdentityHashMap<>());

  Nature of(Node node) {
    return natures.getOrDefault(node, Nature.UNKNOWN);
  }

  <T extends Node> T set(T node, Nature nature) {
    natures.put(node, nature);
    return node;
  }

  /** Marks a whole number that stands where a float is wanted. */
  void makeFloat(Node literal) {
    floats.add(literal);
    natures.put(literal, Nature.FLOAT);
  }

  boolean isFloat(Node literal) {
    return floats.contains(literal);
  }
}
