/**
 * What the engine needs from the world around it, each with an in-memory twin. (The port to metrics
 * is with the analysis that uses it: {@code analysis.MetricProvider}.)
 */
@NullMarked
package com.alexandrite.rollouts.engine.port;

import org.jspecify.annotations.NullMarked;
