/** Metrics that are the end of a job: a process that outlives the console. */
@NullMarked
package com.alexandrite.rollouts.local.job;

import org.jspecify.annotations.NullMarked;
