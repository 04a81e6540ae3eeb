/**
 * What a rollout may ask for beyond Argo, by annotations: hold without metric data, freeze windows,
 * a guard after the promotion. Without the annotations nothing here has any effect.
 */
@NullMarked
package com.alexandrite.rollouts.engine.safeguard;

import org.jspecify.annotations.NullMarked;
