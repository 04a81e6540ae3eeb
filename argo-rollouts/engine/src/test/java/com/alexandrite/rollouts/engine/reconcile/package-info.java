@NullMarked
package com.alexandrite.rollouts.engine.reconcile;

import org.jspecify.annotations.NullMarked;
