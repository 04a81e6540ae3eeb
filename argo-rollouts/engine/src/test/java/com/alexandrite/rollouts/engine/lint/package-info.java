@NullMarked
package com.alexandrite.rollouts.engine.lint;

import org.jspecify.annotations.NullMarked;
