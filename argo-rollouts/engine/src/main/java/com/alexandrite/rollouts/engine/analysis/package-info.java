/**
 * Analysis: metrics, their measurements, and the verdict of a run of several metrics.
 *
 * <p>Everything here is a pure function of a specification, a state, measurements and a time. It
 * knows nothing of rollouts. {@link com.alexandrite.rollouts.engine.analysis.AnalysisRunReconciler}
 * is the flow from top to bottom.
 */
@NullMarked
package com.alexandrite.rollouts.engine.analysis;

import org.jspecify.annotations.NullMarked;
