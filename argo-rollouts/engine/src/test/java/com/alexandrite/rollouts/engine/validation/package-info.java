@NullMarked
package com.alexandrite.rollouts.engine.validation;

import org.jspecify.annotations.NullMarked;
