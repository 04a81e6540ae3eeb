package com.alexandrite.kit.signal;

/**
 * A part of a replica that wants to hear a channel; a bean of this type is found by itself. Must
 * return at once.
 */
public interface SignalListener {

  /** Payload after a connect: signals may have been missed. */
  String EVERYTHING = "*";

  /** Returns the channel's name, a plain SQL identifier. */
  String channel();

  /** Hears one signal, or {@link #EVERYTHING}. */
  void heard(String payload);
}
