/** Experiments: pods of two revisions side by side, compared by analyses. */
@NullMarked
package com.alexandrite.rollouts.engine.experiment;

import org.jspecify.annotations.NullMarked;
