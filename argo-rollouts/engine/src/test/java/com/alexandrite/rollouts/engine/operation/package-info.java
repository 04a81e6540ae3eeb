@NullMarked
package com.alexandrite.rollouts.engine.operation;

import org.jspecify.annotations.NullMarked;
