/** Adapters that execute a Rollout on local processes. */
@NullMarked
package com.alexandrite.rollouts.local;

import org.jspecify.annotations.NullMarked;
