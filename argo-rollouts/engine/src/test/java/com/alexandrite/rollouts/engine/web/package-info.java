/** Tests of the package. */
@NullMarked
package com.alexandrite.rollouts.engine.web;

import org.jspecify.annotations.NullMarked;
