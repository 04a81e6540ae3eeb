package com.alexandrite.flags.server;

/** Spring event: something about the flags of an environment has changed, or has become known. */
public record FlagsChanged(String environment) {}
