/**
 * Reads the manifests of a rollout, and refuses by name and line whatever the engine does not
 * execute.
 */
@NullMarked
package com.alexandrite.rollouts.engine.manifest;

import org.jspecify.annotations.NullMarked;
