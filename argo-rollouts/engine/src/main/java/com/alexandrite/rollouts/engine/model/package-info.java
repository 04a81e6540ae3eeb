/**
 * What is released and how far it is: rollouts, replica sets, analysis, as immutable records named
 * like Argo's.
 */
@NullMarked
package com.alexandrite.rollouts.engine.model;

import org.jspecify.annotations.NullMarked;
