@NullMarked
package com.alexandrite.rollouts.engine.simulation;

import org.jspecify.annotations.NullMarked;
