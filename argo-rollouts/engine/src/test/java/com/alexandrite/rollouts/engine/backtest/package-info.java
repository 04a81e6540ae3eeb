@NullMarked
package com.alexandrite.rollouts.engine.backtest;

import org.jspecify.annotations.NullMarked;
