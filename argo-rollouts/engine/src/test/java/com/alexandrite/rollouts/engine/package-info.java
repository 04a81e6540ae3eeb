@NullMarked
package com.alexandrite.rollouts.engine;

import org.jspecify.annotations.NullMarked;
