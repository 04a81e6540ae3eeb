package com.alexandrite.cli.verify;

import org.jspecify.annotations.Nullable;

/**
 * Which tests are wanted.
 *
 * @param only a test class by its simple name, with {@code *} and {@code #method} as Maven reads
 *     them; null for all
 * @param faults whether the long fault scenarios are wanted too
 * @param seed of the random order
 */
public record TestRequest(@Nullable String only, boolean faults, long seed) {}
