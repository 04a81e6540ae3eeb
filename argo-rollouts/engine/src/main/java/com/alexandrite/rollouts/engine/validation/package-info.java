/** What Argo requires of a Rollout beyond the types of its fields. */
@NullMarked
package com.alexandrite.rollouts.engine.validation;

import org.jspecify.annotations.NullMarked;
