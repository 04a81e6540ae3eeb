/** Scripts are read as they are meant, or refused by line. */
@NullMarked
package com.alexandrite.rollouts.engine.simulation.script;

import org.jspecify.annotations.NullMarked;
