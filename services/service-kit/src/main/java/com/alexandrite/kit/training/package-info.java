/** The run that makes a version's start-up cache: everything starts, nothing works. */
@NullMarked
package com.alexandrite.kit.training;

import org.jspecify.annotations.NullMarked;
