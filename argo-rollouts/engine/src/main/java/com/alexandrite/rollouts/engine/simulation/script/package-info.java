/**
 * What the world does while a release is simulated: metrics, pods, people. The data, and its YAML.
 */
@NullMarked
package com.alexandrite.rollouts.engine.simulation.script;

import org.jspecify.annotations.NullMarked;
