/**
 * Compares the engine with recorded decisions of the real Argo Rollouts: rows of plain data in,
 * reports out.
 */
@NullMarked
package com.alexandrite.rollouts.engine.conformance;

import org.jspecify.annotations.NullMarked;
