/**
 * Past releases played again with other manifests: the real controller on a virtual clock, with the
 * metrics as they were.
 */
@NullMarked
package com.alexandrite.rollouts.engine.backtest;

import org.jspecify.annotations.NullMarked;
