package com.alexandrite.rollouts.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * A Service and the revision that it selects; {@code hash} null until the engine first pointed it
 * somewhere.
 */
public record ServiceSelection(String name, @Nullable String hash) {}
