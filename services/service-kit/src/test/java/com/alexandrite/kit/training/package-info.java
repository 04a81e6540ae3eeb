/** Tests of the run that makes a start-up cache. */
@NullMarked
package com.alexandrite.kit.training;

import org.jspecify.annotations.NullMarked;
